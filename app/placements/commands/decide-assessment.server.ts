import type { PersonCtx } from "~/identity/actor";
import { enterCredit } from "~/organizations/credit-ledger.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { assessmentOf, attendance } from "../assessment-record.server";
import { outcomeMails } from "../outcome-mails.server";
import { schoolRefusal } from "../outcome-policy";
import { ownPlacement } from "../placement-scope.server";
import { creditsOf, type Grade, gradeOf, totalCenti } from "../rules/assessment";
import { nextPlacementState, type PlacementState } from "../rules/lifecycle";

/**
 * The school decides the grade of a complete assessment: the weighted total gives it, 合格 and above enter their credits
 * into the ledger, the placement is assessed. Goes in: the placement and the version shown. Comes out: grade and credits.
 * Refuses a foreign placement (not found), who may not (forbidden), an assessment still waiting for scores or, within seven
 * days, for the student's answer (conflict), a stale version (conflict).
 */
export const decideAssessment = (
  ctx: PersonCtx,
  placementId: string,
  version: number,
): Promise<Result<{ grade: Grade; creditsCenti: number }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    const { placement } = own;
    const refused = schoolRefusal(own.as, ctx.actor);
    if (refused) return reject(refused);
    const now = ctx.clock.now();
    const on = civilDate(now);
    const known = await assessmentOf(tx, placement, on);
    const moved = nextPlacementState(placement.state as PlacementState, "assess", "school", "");
    const total = totalCenti(known.rubric, known.scores);
    if (!moved.ok || known.step !== "decide" || total === null)
      return reject({ code: "conflict", key: "outcomes.errors.notNow" });
    const worked = await attendance(tx, placement);
    const grade = gradeOf(total);
    const creditsCenti = creditsOf(known.rubric, grade, worked.weeks);
    const { count } = await tx.assessment.updateMany({
      where: { placementId, version, grade: null },
      data: {
        attendance: JSON.stringify(worked),
        totalCenti: total,
        grade,
        creditsCenti,
        decidedBy: ctx.actor.personId,
        decidedName: ctx.actor.name,
        decidedAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 0) stale();
    await tx.placement.update({
      where: { id: placementId },
      data: { state: moved.to, updatedAt: now, version: { increment: 1 } },
    });
    if (creditsCenti > 0) {
      await enterCredit(tx, ctx, {
        studentId: placement.studentId,
        schoolId: placement.schoolId,
        act: "earned",
        source: "placement",
        sourceId: placementId,
        item: "placement",
        name: placement.title,
        creditsCenti,
        hours: worked.hours,
        grade,
        earnedOn: on,
        basis: {
          rubric: known.rubric.id,
          validFrom: known.rubric.validFrom,
          totalCenti: total,
          weeks: worked.weeks,
          hours: worked.basis,
          verified: false,
        },
      });
    }
    await record(tx, ctx, {
      subject: { type: "placement", id: placementId },
      name: "outcomes.assessed",
      payload: { grade, total: total / 100, credits: creditsCenti / 100 },
      audience: [placement.schoolId, placement.hostId],
    });
    await enqueue(
      tx,
      ctx,
      await outcomeMails(tx, placement, {
        kind: "graded",
        key: placementId,
        to: "student",
        link: `/placements/${placementId}/assessment`,
      }),
    );
    return { grade, creditsCenti };
  });
