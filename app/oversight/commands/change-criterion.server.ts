import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { authorityRegion } from "../alert-move.server";
import type { CriterionInput } from "../card-schema";
import { mayOrder } from "../policy";
import { criterionFault } from "../rules/cards/criteria";

/**
 * An authority changes one criterion for its region from a day on. Goes in: the measure, the thresholds in basis points, the
 * least number of cases, the first day, the document it rests on and why. Comes out: the change's id. Cards computed before
 * keep the criteria they were made by. Refuses everybody else (forbidden), thresholds that make no sense and a past day.
 */
export const changeCriterion = async (
  ctx: MemberCtx,
  input: CriterionInput,
): Promise<Result<{ id: string }>> => {
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return allowed;
  const { submissionKey, criterion, ...given } = input;
  const now = ctx.clock.now();
  const fault = criterionFault(criterion, given);
  if (fault) return invalidField(fault, `cards.errors.${fault}`);
  if (given.validFrom < civilDate(now)) return invalidField("validFrom", "cards.errors.validFrom");
  return decide(async (tx) => {
    const regionCode = await authorityRegion(tx, ctx);
    return once(tx, ctx, submissionKey, { criterion, ...given }, async () => {
      const id = newId(now.getTime());
      const { organizationId, personId, name } = ctx.actor;
      await tx.cardCriterionChange.create({
        data: {
          id,
          regionCode,
          criterionId: criterion,
          ...given,
          authorityId: organizationId,
          personId,
          personName: name,
          createdAt: now,
        },
      });
      await record(tx, ctx, {
        subject: { type: "organization", id: organizationId },
        name: "card_criterion.changed",
        payload: { criterion, ...given },
        audience: [organizationId],
      });
      return { id };
    });
  });
};
