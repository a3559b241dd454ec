import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { mayAsk } from "../policy";
import { phaseOn } from "../rules/phase";

/**
 * Its owner ends a survey before its last day: one that has begun is counted as it is, one that has not is cancelled. Goes in:
 * the survey and the version seen. Refuses somebody else's survey (not found), roles that only read, one that has ended, and
 * a stale version.
 */
export const endSurvey = async (
  ctx: MemberCtx,
  id: string,
  version: number,
): Promise<Result<{ state: "counting" | "cancelled" }>> =>
  decide(async (tx) => {
    const survey = await tx.survey.findUnique({ where: { id } });
    if (!survey || survey.ownerId !== ctx.actor.organizationId) return reject(notFound().refusal);
    const allowed = mayAsk(ctx.actor);
    if (!allowed.ok) return reject(allowed.refusal);
    const phase = phaseOn(survey, civilDate(ctx.clock.now()));
    if (phase !== "open" && phase !== "planned")
      return reject({ code: "conflict", key: "surveys.errors.ended" });
    const state = phase === "planned" ? ("cancelled" as const) : ("counting" as const);
    const { count } = await tx.survey.updateMany({
      where: { id, version, state: "running" },
      data: { state, version: { increment: 1 } },
    });
    if (count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "survey", id },
      name: state === "cancelled" ? "survey.cancelled" : "survey.ended",
      payload: {},
      audience: [ctx.actor.organizationId],
    });
    return { state };
  });
