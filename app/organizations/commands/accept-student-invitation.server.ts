import type { PersonCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { claimRecord } from "../student-claim.server";
import { type Proof, proveStudent } from "../student-proof.server";

/**
 * A student takes up the record with the account they are signed in with, by a mailed or printed code. Goes in: the code,
 * birth date and last characters. Comes out: the student. Refuses a dead code, wrong or locked proof, and a person who is
 * another student of the same school.
 */
export const acceptStudentInvitation = async (
  ctx: PersonCtx,
  input: { code: string } & Proof,
): Promise<Result<{ studentId: string }>> => {
  const proven = await proveStudent(ctx, input);
  if (!proven.ok) return proven;
  return decide((tx) => claimRecord(tx, ctx, { code: input.code, personId: ctx.actor.personId }));
};
