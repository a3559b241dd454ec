import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { type Result, refuse } from "~/platform/result";
import { nextStudentStates, type StudentState } from "../rules/student-lifecycle";
import { mayKeepStudents } from "../student-policy";

/**
 * Marks a student as having left or graduated, or takes that back. Goes in: the student with its version, the state. Refuses
 * who does not keep the roll (forbidden), another school's student (not found), a state it cannot go to, a stale version.
 */
export const moveStudent = async (
  ctx: MemberCtx,
  input: { studentId: string; version: number; state: StudentState },
): Promise<Result<{ state: StudentState }>> => {
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) return refuse("forbidden", allowed.refusal.key);
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const student = await tx.student.findFirst({
      where: { id: input.studentId, organizationId },
      select: { id: true, state: true },
    });
    if (!student) return reject({ code: "not_found", key: "errors.notFound" });
    const from = student.state as StudentState;
    if (!nextStudentStates(from).includes(input.state)) {
      return reject({ code: "conflict", key: "students.errors.noSuchMove" });
    }
    const now = ctx.clock.now();
    const moved = await tx.student.updateMany({
      where: { id: student.id, version: input.version },
      data: { state: input.state, updatedAt: now, version: { increment: 1 } },
    });
    if (moved.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "student", id: student.id },
      name: "student.state_changed",
      payload: { from, to: input.state },
      audience: [organizationId],
    });
    return { state: input.state };
  });
};
