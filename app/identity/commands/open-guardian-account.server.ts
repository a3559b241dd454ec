import type { Ctx } from "~/platform/command";
import { lookupHash, openField } from "~/platform/crypto/fields.server";
import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Language } from "~/platform/i18n/words";
import { invalidField, notFound, type Result, refuse } from "~/platform/result";
import { hashPassword } from "../password.server";
import { passwordProblem } from "../rules/password-policy";
import { createPerson } from "./create-person.server";

/**
 * Makes an account for a guardian out of a consent link that was mailed to them, which proves the address. The caller has
 * checked the phone's digits. Goes in: token, password, language. Comes out: the person. Refuses a dead link, one that was
 * not mailed, an address that has an account (conflict: sign in instead), a password the policy does not take.
 */
export const openGuardianAccount = async (
  ctx: Ctx,
  input: { token: string; password: string; language: Language },
): Promise<Result<{ personId: string }>> => {
  const request = await read.consentRequest.findUnique({
    where: { tokenHash: hashToken(input.token) },
    include: { student: { select: { organizationId: true } } },
  });
  const guardian =
    request?.mailedAt && !request.withdrawnAt
      ? await read.guardian.findFirst({ where: { id: request.guardianId, endedAt: null } })
      : null;
  if (!request || !guardian?.emailSealed) return notFound("consents.errors.linkDead");
  const email = openField("guardian.email", guardian.emailSealed);
  const problem = passwordProblem(input.password, [email, guardian.name]);
  if (problem) return invalidField("password", problem.key, problem.values);
  const emailHash = lookupHash("person.email", email);
  if (await read.person.findUnique({ where: { emailHash }, select: { id: true } })) {
    return refuse("conflict", "identity.errors.accountExists");
  }
  const passwordHash = await hashPassword(input.password);
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const personId = await createPerson(tx, ctx, {
      email,
      name: guardian.name,
      passwordHash,
      language: input.language,
    });
    const linked = await tx.guardian.updateMany({
      where: { id: guardian.id, personId: null, endedAt: null, emailHash },
      data: { personId, updatedAt: now, version: { increment: 1 } },
    });
    if (linked.count === 0) return reject({ code: "conflict", key: "consents.errors.linkedElsewhere" });
    await record(tx, ctx, {
      subject: { type: "student", id: request.studentId },
      name: "guardian.linked",
      payload: { guardianId: guardian.id },
      audience: [request.student.organizationId],
    });
    return { personId };
  });
};
