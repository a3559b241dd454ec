import { addMember } from "~/identity/commands/add-member.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invitationOf } from "./student-proof.server";

/**
 * Ties a proven invitation's record to a person inside the caller's transaction: the person becomes a student member of the
 * school, every other invitation of the record dies. Comes out: the student's id. Rejects a code that died meanwhile and a
 * person who is another student of the same school.
 */
export const claimRecord = async (
  tx: Tx,
  ctx: Ctx,
  input: { code: string; personId: string },
): Promise<{ studentId: string }> => {
  const now = ctx.clock.now();
  const { code, personId } = input;
  const invitation = await invitationOf(tx, code, now);
  if (!invitation) return reject({ code: "not_found", key: "students.errors.codeDead" });
  const { student } = invitation;
  const { organizationId } = student;
  const other = await tx.student.findFirst({ where: { organizationId, personId }, select: { id: true } });
  if (other) return reject({ code: "conflict", key: "students.errors.otherRecord" });
  const claimed = await tx.student.updateMany({
    where: { id: student.id, personId: null, state: "active" },
    data: { personId, claimedAt: now, updatedAt: now, version: { increment: 1 } },
  });
  if (claimed.count === 0) return stale();
  await tx.studentInvitation.update({ where: { id: invitation.id }, data: { usedAt: now } });
  await tx.studentInvitation.updateMany({
    where: { studentId: student.id, usedAt: null, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  await addMember(tx, ctx, { personId, organizationId, role: "student" });
  await record(tx, ctx, {
    subject: { type: "student", id: student.id },
    name: "student.claimed",
    payload: { invitationId: invitation.id, way: invitation.way },
    audience: [organizationId],
  });
  return { studentId: student.id };
};
