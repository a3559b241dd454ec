import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { invalidField } from "~/platform/result";
import { cohortInWork } from "../cohort-work.server";
import { stagesOf } from "../pathway-access.server";

/**
 * The school corrects how many were enrolled in a cohort, or moves the day of its stage examination. Goes in: the cohort, its
 * version, both values. Comes out: nothing; partners are told of a new day. Refuses what `cohortInWork` refuses, more than
 * the seats, fewer than are listed (beside the field), a stale version (conflict).
 */
export const changeCohort = async (
  ctx: MemberCtx,
  pathwayId: string,
  cohortId: string,
  input: { version: number; enrolled: number; examinationOn: string },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const { pathway, cohort } = await cohortInWork(tx, ctx, pathwayId, cohortId);
    const [first, second] = await stagesOf(tx, pathwayId);
    const listed = await tx.articulationMember.count({ where: { cohortId } });
    if (input.enrolled > first.quota)
      return reject(
        invalidField("enrolled", "articulation.errors.overQuota", { quota: first.quota }).refusal,
      );
    if (input.enrolled < listed)
      return reject(invalidField("enrolled", "articulation.errors.fewerThanListed", { listed }).refusal);
    const { count } = await tx.articulationCohort.updateMany({
      where: { id: cohortId, version: input.version },
      data: {
        enrolled: input.enrolled,
        examinationOn: input.examinationOn,
        updatedAt: ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (count === 0) return stale();
    const moved = input.examinationOn !== cohort.examinationOn;
    await record(tx, ctx, {
      subject: { type: "articulationPathway", id: pathwayId },
      name: moved ? "articulation.examinationMoved" : "articulation.cohortChanged",
      payload: { title: pathway.title, year: cohort.intakeYear, on: input.examinationOn },
      audience: [ctx.actor.organizationId, ...(moved && second.schoolId ? [second.schoolId] : [])],
    });
    return null;
  });
