import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { issueInvitation, livingInvitation, studentInvitationMail } from "../student-invitations.server";
import { invitationOf, type Proof, proveStudent } from "../student-proof.server";

/** Links a printed code may send in its life: somebody mistypes an address, nobody does five times. House rule. */
const MOST_MAILS = 5;

/**
 * A student with a printed code gives the address to sign in with; a link to it makes the account. Goes in: the code, birth
 * date and last characters, the address. Comes out: nothing but done. Refuses a dead code, wrong or locked proof, a sixth
 * address. An earlier link of this code dies.
 */
export const mailStudentInvitation = async (
  ctx: Ctx,
  input: { code: string; email: string } & Proof,
): Promise<Result<{ sent: true }>> => {
  const proven = await proveStudent(ctx, input);
  if (!proven.ok) return proven;
  const now = ctx.clock.now();
  const found = await read.studentInvitation.findUnique({
    where: { id: proven.value.invitationId },
    include: { student: { select: { organizationId: true } } },
  });
  const school = found
    ? await read.organization.findUnique({
        where: { id: found.student.organizationId },
        select: { name: true },
      })
    : null;
  return decide(async (tx) => {
    const invitation = await invitationOf(tx, input.code, now);
    if (!invitation) return reject({ code: "not_found", key: "students.errors.codeDead" });
    const { studentId } = invitation;
    const sent = await tx.studentInvitation.count({
      where: { studentId, way: "mail", checked: true, createdAt: { gt: invitation.createdAt } },
    });
    if (sent >= MOST_MAILS) {
      return reject({ code: "limited", key: "students.errors.tooManyMails", values: { max: MOST_MAILS } });
    }
    await tx.studentInvitation.updateMany({
      where: { studentId, checked: true, ...livingInvitation(now, "mail") },
      data: { withdrawnAt: now },
    });
    const { email } = input;
    const made = await issueInvitation(tx, ctx, { studentId, way: "mail", email, checked: true });
    await record(tx, ctx, {
      subject: { type: "student", id: studentId },
      name: "student.invited",
      payload: { invitationId: made.id, way: "mail" },
      audience: [],
    });
    const mail = { invitationId: made.id, code: made.code, email, school: school?.name ?? "" };
    await enqueue(tx, ctx, [studentInvitationMail(mail)]);
    return { sent: true as const };
  });
};
