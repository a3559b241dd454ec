import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { type Result, refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { mayFreeze } from "../policy";
import { scopeOfMember } from "../queries/indicator-figures.server";
import { indicatorOf } from "../rules/indicators/catalogue";
import { goalOf } from "../rules/targets/goal";
import type { TargetInput } from "../schema";
import { pointsOf } from "../target-points.server";

/**
 * Sets a target at the member's own scope: which indicator, how much, by when, for what, who answers for it. Goes in: the
 * form, the goal in the unit people type (per cent, yuan, pieces). Comes out: its id. Refuses roles that only read, an
 * indicator nothing is counted for, a day that is over or outside the year, and a goal that is no amount of its unit.
 */
export const setTarget = async (ctx: MemberCtx, input: TargetInput): Promise<Result<{ id: string }>> => {
  const allowed = mayFreeze(ctx.actor);
  if (!allowed.ok) return allowed;
  const now = ctx.clock.now();
  const today = civilDate(now);
  const indicator = indicatorOf(input.indicator);
  const wrong = (field: string, key: string) => refuse("invalid", key, { fields: [{ field, key }] });
  if (indicator?.supply !== "computed") return wrong("indicator", "indicators.errors.indicator");
  const goal = goalOf(input.goal, indicator.unit);
  if (goal === null) return wrong("goal", "indicators.errors.goal");
  if (input.dueOn < today) return wrong("dueOn", "indicators.errors.dueOn");
  const year = input.dueOn.slice(0, 4);
  const points = await pointsOf(indicator, await scopeOfMember(ctx), year, today);
  return decide((tx) =>
    once(tx, ctx, input.submissionKey, input, async () => {
      const id = newId(now.getTime());
      await tx.indicatorTarget.create({
        data: {
          id,
          organizationId: ctx.actor.organizationId,
          indicatorId: indicator.id,
          year,
          goal,
          dueOn: input.dueOn,
          project: input.project,
          ownerName: input.ownerName,
          createdAt: now,
          version: 1,
        },
      });
      await tx.targetPoint.createMany({ data: points.map((point) => ({ targetId: id, ...point })) });
      return { id };
    }),
  );
};
