import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { FiguresInput } from "../recognition-schema";

/**
 * Keeps an enterprise's own figures of a year: surcharges owed, qualifying investment where it differs from its ledgers,
 * what recruiting a person costs. Goes in: amounts in fen. Only the enterprise sees them. Refuses whoever may not write.
 */
export const keepSurchargeYear = (ctx: MemberCtx, input: FiguresInput): Promise<Result<null>> =>
  decide(async (tx) => {
    const { organizationId } = ctx.actor;
    if (!mayWrite(ctx.actor)) return reject({ code: "forbidden", key: "alerts.errors.roleOnly" });
    const figures = {
      surchargeFen: input.surcharge,
      investmentFen: input.investment ?? null,
      recruitFen: input.recruit ?? null,
      updatedAt: ctx.clock.now(),
    };
    await tx.surchargeYear.upsert({
      where: { organizationId_year: { organizationId, year: input.year } },
      create: { organizationId, year: input.year, ...figures },
      update: figures,
    });
    await record(tx, ctx, {
      subject: { type: "recognition", id: organizationId },
      name: "recognition.figures_kept",
      payload: { year: input.year },
      audience: [organizationId],
    });
    return null;
  });
