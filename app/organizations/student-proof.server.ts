import { bookTry, LOCK_MINUTES } from "~/identity/rules/sign-in-limit";
import type { Ctx } from "~/platform/command";
import { hashToken } from "~/platform/crypto/tokens.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, notFound, ok, type Refusal, type Result, refuse } from "~/platform/result";
import { claimTail } from "./rules/claim-tail";
import { plainJoinCode } from "./rules/join-code";
import { livingInvitation } from "./student-invitations.server";
import { openStudent } from "./student-record.server";

export type Proof = { birthDate?: string | undefined; tail?: string | undefined };

/** The living invitation of a code as typed, with its student, inside a transaction; null for a dead one. */
export const invitationOf = async (tx: Tx, code: string, now: Date) => {
  const invitation = await tx.studentInvitation.findFirst({
    where: { codeHash: hashToken(plainJoinCode(code)), ...livingInvitation(now) },
    include: { student: true },
  });
  const open = invitation?.student.state === "active" && invitation.student.personId === null;
  return open ? invitation : null;
};

const LOCKED = refuse("limited", "students.errors.locked", {
  values: { minutes: LOCK_MINUTES },
  retryAfterSeconds: LOCK_MINUTES * 60,
});

/**
 * Shows that whoever holds a code is the student: birth date and the four characters. Goes in: code and proof. Comes out:
 * the invitation's id. An invitation mailed after such a proof needs none again. Refuses a dead code, wrong answers
 * (without saying which was wrong) and, after five of them, everything for fifteen minutes; each is recorded.
 */
export const proveStudent = async (
  ctx: Ctx,
  input: { code: string } & Proof,
): Promise<Result<{ invitationId: string }>> => {
  const now = ctx.clock.now();
  const outcome = await decide(async (tx): Promise<{ id: string } | { refusal: Refusal }> => {
    const invitation = await invitationOf(tx, input.code, now);
    if (!invitation) return { refusal: notFound("students.errors.codeDead").refusal };
    if (invitation.checked) return { id: invitation.id };
    const { failures, lockedUntil, lastFailedAt, student } = invitation;
    const earlier = lastFailedAt ? { failures, lockedUntil, lastFailedAt } : null;
    const booked = bookTry(earlier, now);
    if (booked.kind === "locked") return { refusal: LOCKED.refusal };
    const { birthDate, idTail } = openStudent(student);
    const right =
      birthDate !== null &&
      birthDate === input.birthDate &&
      claimTail(idTail, student.studentNumber) === input.tail?.trim().toUpperCase();
    await tx.studentInvitation.update({
      where: { id: invitation.id },
      data: right ? { failures: 0, lockedUntil: null, lastFailedAt: null } : booked.tries,
    });
    if (right) return { id: invitation.id };
    await record(tx, ctx, {
      subject: { type: "student", id: student.id },
      name: "student.wrong_proof",
      payload: { invitationId: invitation.id, failures: booked.tries.failures },
      audience: booked.locksWhenWrong ? [student.organizationId] : [],
    });
    return {
      refusal: booked.locksWhenWrong
        ? LOCKED.refusal
        : invalidField("tail", "students.errors.wrongProof").refusal,
    };
  });
  if (!outcome.ok) return outcome;
  return "refusal" in outcome.value
    ? { ok: false, refusal: outcome.value.refusal }
    : ok({ invitationId: outcome.value.id });
};
