import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { invalidField, type Result } from "~/platform/result";
import { cohortInWork, recountCohort } from "../cohort-work.server";

const MOST_AT_ONCE = 300;
const NAMED = 5;

const numbersIn = (text: string | undefined): string[] => [
  ...new Set((text ?? "").split(/[\s,，;；、]+/).filter((one) => one !== "")),
];

/**
 * The school puts students of its roll into a cohort: by number, or a whole class of the intake year. Goes in: the numbers as
 * typed, a class. Comes out: how many came in; those already there count for nothing. Refuses what `cohortInWork` refuses,
 * numbers nobody on the roll has, students who are in another pathway, and more than were enrolled (beside the field).
 */
export const addStudents = async (
  ctx: MemberCtx,
  pathwayId: string,
  cohortId: string,
  input: { numbers?: string | undefined; className?: string | undefined },
): Promise<Result<{ added: number }>> => {
  const numbers = numbersIn(input.numbers);
  if (numbers.length === 0 && !input.className)
    return invalidField("numbers", "articulation.errors.nobodyNamed");
  if (numbers.length > MOST_AT_ONCE)
    return invalidField("numbers", "articulation.errors.tooMany", { most: MOST_AT_ONCE });
  return decide(async (tx) => {
    const { pathway, cohort } = await cohortInWork(tx, ctx, pathwayId, cohortId);
    const onRoll = { organizationId: cohort.schoolId, state: "active" };
    const named = await tx.student.findMany({
      where: { ...onRoll, studentNumber: { in: numbers } },
      select: { id: true, studentNumber: true },
    });
    const unknown = numbers.filter((one) => !named.some((row) => row.studentNumber === one));
    if (unknown.length > 0)
      return reject(
        invalidField("numbers", "articulation.errors.notOnRoll", {
          count: unknown.length,
          numbers: unknown.slice(0, NAMED).join("、"),
        }).refusal,
      );
    const inClass = input.className
      ? await tx.student.findMany({
          where: { ...onRoll, className: input.className, entryYear: cohort.intakeYear },
          orderBy: { studentNumber: "asc" },
          take: MOST_AT_ONCE,
          select: { id: true, studentNumber: true },
        })
      : [];
    const wanted = new Map([...named, ...inClass].map((row) => [row.id, row.studentNumber]));
    const known = await tx.articulationMember.findMany({
      where: { studentId: { in: [...wanted.keys()] }, OR: [{ cohortId }, { liveKey: { not: null } }] },
      select: { studentId: true, cohortId: true },
    });
    const elsewhere = known.filter((row) => row.cohortId !== cohortId);
    if (elsewhere.length > 0)
      return reject(
        invalidField("numbers", "articulation.errors.elsewhere", {
          count: elsewhere.length,
          numbers: elsewhere
            .slice(0, NAMED)
            .map((row) => wanted.get(row.studentId))
            .join("、"),
        }).refusal,
      );
    for (const row of known) wanted.delete(row.studentId);
    const listed = await tx.articulationMember.count({ where: { cohortId } });
    if (listed + wanted.size > cohort.enrolled)
      return reject(
        invalidField("numbers", "articulation.errors.moreThanEnrolled", {
          enrolled: cohort.enrolled,
          would: listed + wanted.size,
        }).refusal,
      );
    const now = ctx.clock.now();
    const inOrder = [...wanted.entries()]
      .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([studentId]) => studentId);
    await tx.articulationMember.createMany({
      // One millisecond apart: the sheet reads in the order of the numbers.
      data: inOrder.map((studentId, index) => ({
        id: newId(now.getTime() + index),
        cohortId,
        pathwayId,
        studentId,
        liveKey: studentId,
        state: "studying",
        scores: "[]",
        reasonCode: "",
        createdAt: now,
        updatedAt: now,
        version: 1,
      })),
    });
    await recountCohort(tx, cohortId, now);
    if (wanted.size > 0) {
      await record(tx, ctx, {
        subject: { type: "articulationPathway", id: pathwayId },
        name: "articulation.studentsAdded",
        payload: { title: pathway.title, year: cohort.intakeYear, count: wanted.size },
        audience: [ctx.actor.organizationId],
      });
    }
    return { added: wanted.size };
  });
};
