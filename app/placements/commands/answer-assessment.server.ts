import type { PersonCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { assessmentOf } from "../assessment-record.server";
import { outcomeMails } from "../outcome-mails.server";
import { learnerRefusal } from "../outcome-policy";
import { ownPlacement } from "../placement-scope.server";

/**
 * The student says whether they agree with their assessment. Goes in: the placement, the version shown, the answer and the
 * reason a disagreement needs. Refuses a foreign placement (not found), anybody else (forbidden), an assessment that is not
 * complete or is graded (conflict), a disagreement without reason (invalid), one scored anew meanwhile (conflict).
 */
export const answerAssessment = (
  ctx: PersonCtx,
  placementId: string,
  input: { version: number; answer: "agrees" | "disagrees"; reason: string },
): Promise<Result<{ version: number }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    const refused = learnerRefusal(own.as);
    if (refused) return reject(refused);
    const now = ctx.clock.now();
    const known = await assessmentOf(tx, own.placement, civilDate(now));
    if (known.step === "scores" || known.step === "done")
      return reject({ code: "conflict", key: "outcomes.errors.notNow" });
    const reason = input.reason.trim();
    if (input.answer === "disagrees" && reason === "")
      return reject(invalidField("reason", "errors.required").refusal);
    const { count } = await tx.assessment.updateMany({
      where: { placementId, version: input.version, grade: null },
      data: {
        answer: input.answer,
        answerReason: reason,
        answeredBy: ctx.actor.personId,
        answeredName: ctx.actor.name,
        answeredAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 0) stale();
    await record(tx, ctx, {
      subject: { type: "placement", id: placementId },
      name: `outcomes.student_${input.answer}`,
      payload: { by: ctx.actor.name },
      audience: [own.placement.schoolId, own.placement.hostId],
    });
    await enqueue(
      tx,
      ctx,
      await outcomeMails(tx, own.placement, {
        kind: "answered",
        key: `${placementId}:${input.version}`,
        to: "school",
        link: `/placements/${placementId}/assessment`,
      }),
    );
    return { version: input.version + 1 };
  });
