import type { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { civilDate } from "~/platform/time/clock";
import { monthStart, type QuotaStanding, quotaStanding } from "./rules/enquiry-quota";

type Reader = {
  enquiryQuota: Pick<(typeof read)["enquiryQuota"] & Tx["enquiryQuota"], "findMany">;
  enquiry: Pick<(typeof read)["enquiry"] & Tx["enquiry"], "groupBy">;
};

/** Organizations looked at in one question. */
const MOST = 200;

/**
 * Which of some organizations have taken as many new enquiries this month as they want to. In: a reader (inside a
 * transaction its own), their ids (at most 200), the time. Out: for those that are full, the civil date from which they
 * take new ones; nobody else is named.
 */
export const fullThisMonth = async (
  db: Reader,
  organizationIds: readonly string[],
  now: Date,
): Promise<Map<string, string>> => {
  const quotas = await db.enquiryQuota.findMany({
    where: { organizationId: { in: [...new Set(organizationIds)].slice(0, MOST) } },
    take: MOST,
  });
  if (quotas.length === 0) return new Map();
  const today = civilDate(now);
  const taken = await db.enquiry.groupBy({
    by: ["toOrganizationId"],
    where: {
      toOrganizationId: { in: quotas.map(({ organizationId }) => organizationId) },
      createdAt: { gte: monthStart(today) },
    },
    _count: true,
  });
  const count = new Map(taken.map((row) => [row.toOrganizationId, row._count]));
  return new Map(
    quotas.flatMap(({ organizationId, perMonth }): [string, string][] => {
      const standing: QuotaStanding = quotaStanding(perMonth, count.get(organizationId) ?? 0, today);
      return standing.full ? [[organizationId, standing.reopensOn]] : [];
    }),
  );
};

/** The same of one organization: the date, or null while it takes new enquiries. */
export const reopensOn = async (db: Reader, organizationId: string, now: Date): Promise<string | null> =>
  (await fullThisMonth(db, [organizationId], now)).get(organizationId) ?? null;
