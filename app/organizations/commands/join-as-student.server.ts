import { actingAs } from "~/identity/acting-as";
import { createPerson } from "~/identity/commands/create-person.server";
import { hashPassword } from "~/identity/password.server";
import { passwordProblem } from "~/identity/rules/password-policy";
import type { Ctx } from "~/platform/command";
import { lookupHash, openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import { invalidField, type Result, refuse } from "~/platform/result";
import { claimRecord } from "../student-claim.server";
import { invitationOf, type Proof, proveStudent } from "../student-proof.server";

/**
 * A student takes up the record with a new account, by a mailed invitation, which proves the address. Goes in: the code,
 * birth date and last characters (unless shown before), a password, the language. Comes out: the person. Refuses a dead or
 * printed code (print: the address comes first), wrong or locked proof, an address with an account (conflict: sign in),
 * a password the policy does not take.
 */
export const joinAsStudent = async (
  ctx: Ctx,
  input: { code: string; password: string; language: Language } & Proof,
): Promise<Result<{ personId: string; studentId: string }>> => {
  const proven = await proveStudent(ctx, input);
  if (!proven.ok) return proven;
  const invitation = await read.studentInvitation.findUnique({
    where: { id: proven.value.invitationId },
    include: { student: { select: { name: true, organizationId: true } } },
  });
  if (!invitation?.emailSealed) return refuse("conflict", "students.errors.addressFirst");
  const email = openField("studentInvitation.email", invitation.emailSealed);
  const { name, organizationId } = invitation.student;
  const problem = passwordProblem(input.password, [email, name]);
  if (problem) return invalidField("password", problem.key, problem.values);
  const emailHash = lookupHash("person.email", email);
  if (await read.person.findUnique({ where: { emailHash }, select: { id: true } })) {
    return refuse("conflict", "identity.errors.accountExists");
  }
  const passwordHash = await hashPassword(input.password);
  return decide(async (tx) => {
    const still = await invitationOf(tx, input.code, ctx.clock.now());
    if (!still) return reject({ code: "not_found", key: "students.errors.codeDead" });
    const personId = await createPerson(tx, ctx, { email, name, passwordHash, language: input.language });
    const acting = actingAs(ctx, { id: personId, name }, organizationId);
    const { studentId } = await claimRecord(tx, acting, { code: input.code, personId });
    return { personId, studentId };
  });
};
