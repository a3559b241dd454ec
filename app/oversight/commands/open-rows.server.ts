import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { type Result, refuse } from "~/platform/result";
import { mayOrder } from "../policy";
import { indicatorCounts } from "../queries/indicator-records.sqlite.server";
import { organizationInReach } from "../queries/indicator-rows-page.server";
import { indicatorOf, periodOf } from "../rules/indicators/catalogue";

/**
 * Opens rows with persons in them for an hour, for a reason the organization can read in its access log. Goes in: the
 * authority's member, the indicator, the organization, the year, the reason. Comes out: the access's id. Refuses roles
 * that may not act for the authority and organizations out of its region (not found).
 */
export const openRows = async (
  ctx: MemberCtx,
  input: { indicatorId: string; organizationId: string; year: string; reason: string },
): Promise<Result<{ accessId: string }>> => {
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return allowed;
  const indicator = indicatorOf(input.indicatorId);
  const organization = await organizationInReach(ctx, input.organizationId);
  if (!indicator?.persons || !organization || organization.own) return refuse("not_found", "errors.notFound");
  const period = periodOf(indicator, input.year);
  const rows = indicatorCounts(indicator.id, [organization.id])
    .filter((count) => count.lead === 1 && count.period === period)
    .reduce((sum, { amount }) => sum + amount, 0);
  return decide(async (tx) => {
    const id = newId(ctx.clock.now().getTime());
    await tx.dataAccess.create({
      data: {
        id,
        organizationId: organization.id,
        readerId: ctx.actor.personId,
        readerName: ctx.actor.name,
        readerOrgId: ctx.actor.organizationId,
        readerOrgName: ctx.actor.organization.name,
        indicatorId: indicator.id,
        period,
        reason: input.reason,
        rows,
        at: ctx.clock.now(),
      },
    });
    return { accessId: id };
  });
};
