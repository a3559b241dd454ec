import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { reconciliationQuery } from "../deposit-schema";
import { reconciliation } from "./reconciliation.server";

const LOOKED_BACK_DAYS = 30;

/** The days asked for in an address, or the last thirty where none or no readable ones were given. */
export const daysAsked = (query: URLSearchParams, now: Date): { from: string; to: string } => {
  const today = civilDate(now);
  const asked = reconciliationQuery.safeParse({ from: query.get("from"), to: query.get("to") });
  return asked.success ? asked.data : { from: addDays(today, -LOOKED_BACK_DAYS), to: today };
};

/** The intermediate store from a school's side: whether it has a signing secret, and the reconciliation of the days. */
export const storePage = async (ctx: MemberCtx, days: { from: string; to: string }) => {
  const { organizationId, organization } = ctx.actor;
  const [secret, report] = await Promise.all([
    read.creditStoreSecret.findUnique({
      where: { organizationId },
      select: { madeByName: true, createdAt: true, version: true },
    }),
    reconciliation(organizationId, days),
  ]);
  return {
    owner: organization.role === "owner",
    secret: secret && {
      by: secret.madeByName,
      on: civilDate(secret.createdAt),
    },
    version: secret?.version ?? 0,
    report,
  };
};
