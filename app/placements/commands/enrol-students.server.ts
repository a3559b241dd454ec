import type { MemberCtx } from "~/identity/actor";
import { lookupHash } from "~/platform/crypto/fields.server";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { schoolRound, stateOf } from "../round-access.server";
import { slotTerms } from "../round-judging.server";
import { recordRound } from "../round-record.server";
import { ROUND_LIMITS } from "../round-schema";
import { SEATED } from "../rules/lifecycle";

const CHUNK = 500;

const categoryOf = (by: string, student: { organizationId: string; programmeId: string }): string | null =>
  by === "school" ? student.organizationId : by === "programme" ? student.programmeId : null;

/**
 * A school enters whole cohorts of its roll into a round that is not open yet; who is on a placement when the slots begin stays out.
 * In: cohorts as "programme:entry year"; the school's earlier entries are replaced. Out: how many entered. Their codes
 * in the published input come from a keyed hash: nobody who knows a student's number can find them there. Refuses
 * strangers, other roles, an open round, and more students than a round holds.
 */
export const enrolStudents = (
  ctx: MemberCtx,
  id: string,
  cohorts: readonly string[],
): Promise<Result<{ entered: number }>> =>
  decide(async (tx) => {
    const round = await schoolRound(tx, ctx, id);
    if (stateOf(round) !== "draft") return reject({ code: "conflict", key: "rounds.errors.state" });
    const schoolId = ctx.actor.organizationId;
    const part = await tx.roundSchool.findUnique({ where: { roundId_schoolId: { roundId: id, schoolId } } });
    if (part?.state !== "lead" && part?.state !== "joined")
      return reject({ code: "conflict", key: "rounds.errors.notJoined" });
    await tx.roundStudent.deleteMany({ where: { roundId: id, schoolId } });
    const wanted = cohorts.slice(0, ROUND_LIMITS.cohorts).map((one) => {
      const [programmeId = "", year] = one.split(":");
      return { programmeId, entryYear: Number(year) };
    });
    const students =
      wanted.length === 0
        ? []
        : await tx.student.findMany({
            where: { organizationId: schoolId, state: "active", OR: wanted },
            orderBy: { studentNumber: "asc" },
            take: ROUND_LIMITS.students + 1,
            select: { id: true, organizationId: true, programmeId: true, studentNumber: true },
          });
    const others = await tx.roundStudent.count({ where: { roundId: id } });
    if (others + students.length > ROUND_LIMITS.students)
      return reject({
        code: "invalid",
        key: "rounds.errors.tooManyStudents",
        values: { max: ROUND_LIMITS.students },
      });
    const slots = await tx.roundSlot.findMany({ where: { roundId: id }, take: 300 });
    const begins = slots.map((slot) => slotTerms(slot).terms.startsOn).sort()[0] ?? round.publishOn;
    const seated = new Set<string>();
    for (let at = 0; at < students.length; at += CHUNK) {
      const rows = await tx.placement.findMany({
        where: {
          studentId: { in: students.slice(at, at + CHUNK).map((one) => one.id) },
          state: { in: [...SEATED] },
          endsOn: { gte: begins },
        },
        select: { studentId: true },
      });
      for (const { studentId } of rows) seated.add(studentId);
    }
    const entered = students.filter((one) => !seated.has(one.id));
    const drawn = entered
      .map((one) => ({ ...one, hash: lookupHash("round.code", `${round.seedHash} ${one.studentNumber}`) }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1));
    await tx.roundStudent.createMany({
      data: drawn.map((one, at) => ({
        roundId: id,
        studentId: one.id,
        schoolId,
        programmeId: one.programmeId,
        code: `A${String(others + at + 1).padStart(4, "0")}`,
        category: categoryOf(round.categoryBy, one),
        version: 1,
      })),
    });
    await recordRound(tx, ctx, round, "entered", { students: entered.length });
    return { entered: entered.length };
  });
