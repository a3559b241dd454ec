import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, type Result } from "~/platform/result";
import { cohortInWork, recountCohort } from "../cohort-work.server";
import type { LeavingReason } from "../rules/results";

/**
 * The school notes that somebody left a cohort, with a coded reason, or takes out who was put in by mistake. Goes in: the
 * member and the reason; "mistake" removes the row as if it had never been. Comes out: nothing. Refuses what `cohortInWork`
 * refuses, members of other cohorts (not found), who left before (conflict), and a mistake about somebody who has a result
 * (beside the field).
 */
export const recordLeaving = async (
  ctx: MemberCtx,
  pathwayId: string,
  cohortId: string,
  input: { member: string; leaving: LeavingReason | "mistake" },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const { pathway, cohort } = await cohortInWork(tx, ctx, pathwayId, cohortId);
    const member = await tx.articulationMember.findUnique({ where: { id: input.member } });
    if (!member || member.cohortId !== cohortId) return reject({ code: "not_found", key: "errors.notFound" });
    if (member.state === "left") return reject({ code: "conflict", key: "articulation.errors.leftBefore" });
    const now = ctx.clock.now();
    const mistake = input.leaving === "mistake";
    if (mistake && member.totalBp !== null)
      return reject(invalidField("leaving", "articulation.errors.hasResult").refusal);
    if (mistake) await tx.articulationMember.delete({ where: { id: member.id } });
    else
      await tx.articulationMember.update({
        where: { id: member.id },
        data: {
          state: "left",
          reasonCode: input.leaving,
          liveKey: null,
          updatedAt: now,
          version: { increment: 1 },
        },
      });
    await recountCohort(tx, cohortId, now);
    await record(tx, ctx, {
      subject: { type: "articulationPathway", id: pathwayId },
      name: mistake ? "articulation.studentRemoved" : "articulation.studentLeft",
      payload: { title: pathway.title, year: cohort.intakeYear, memberId: member.id, why: input.leaving },
      audience: [ctx.actor.organizationId],
    });
    return null;
  });
