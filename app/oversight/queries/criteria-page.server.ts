import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { criteriaInForce } from "../card-criteria.server";
import { scopeName } from "./indicators-page.server";

const CHANGES = 50;

/** The criteria in force where the member's organization is, and what it changed itself, at most fifty entries. */
export const criteriaPage = async (ctx: MemberCtx) => {
  const today = civilDate(ctx.clock.now());
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: ctx.actor.organizationId },
    select: { regionCode: true },
  });
  const history = await read.cardCriterionChange.findMany({
    where: { authorityId: ctx.actor.organizationId },
    orderBy: { createdAt: "desc" },
    take: CHANGES,
    select: {
      id: true,
      criterionId: true,
      yellow: true,
      red: true,
      leastCases: true,
      validFrom: true,
      document: true,
      personName: true,
    },
  });
  return {
    today,
    place: await scopeName({ kind: "region", code: regionCode, range: { from: "", before: "" } }, ctx),
    criteria: await criteriaInForce(read, regionCode, today),
    history,
  };
};
