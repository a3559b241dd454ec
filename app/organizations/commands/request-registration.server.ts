import { issueLink } from "~/identity/links.server";
import { hashPassword } from "~/identity/password.server";
import { passwordProblem } from "~/identity/rules/password-policy";
import type { Ctx } from "~/platform/command";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { invalidField, ok, type Result } from "~/platform/result";
import { organizationDraft } from "../queries/organization-draft.server";
import { registrationMail } from "../registration-mail.server";
import type { RegistrationInput } from "../registration-schema";
import { refuseTakenCode } from "../taken-code.server";

/** Confirmation mails one address may be sent within an hour. House rule. */
const PER_HOUR = 5;

/**
 * Takes the registration of an organization by a newcomer. Goes in: the form and the reader's language. Comes out: the
 * path of the confirmation link, or null when this was a repetition; the same mail goes out whether or not the address
 * has an account, and nothing is written but the sealed link until it is opened. Refuses codes that are not well formed
 * or already on the platform, an unknown region, and a password the policy does not take.
 */
export const requestRegistration = async (
  ctx: Ctx,
  input: RegistrationInput & { language: Language },
): Promise<Result<{ confirmPath: string | null }>> => {
  const checked = await organizationDraft(input);
  if (!checked.ok) return checked;
  const draft = checked.value;
  const taken = await refuseTakenCode(read, draft);
  if (taken) return { ok: false, refusal: taken };
  const problem = passwordProblem(input.password, [input.email, input.contactName]);
  if (problem) return invalidField("password", problem.key, problem.values);
  const passwordHash = await hashPassword(input.password);
  const emailHash = lookupHash("person.email", input.email);
  const now = ctx.clock.now();
  const waiting = { emailHash, purpose: "registration" };
  let confirmPath: string | null = null;
  const written = await decide((tx) =>
    once(tx, ctx, input.submissionKey, { emailHash, draft }, async () => {
      const since = new Date(now.getTime() - 3_600_000);
      if ((await tx.linkToken.count({ where: { ...waiting, createdAt: { gt: since } } })) >= PER_HOUR)
        return null;
      await tx.linkToken.updateMany({
        where: { ...waiting, usedAt: null, withdrawnAt: null },
        data: { withdrawnAt: now },
      });
      const link = await issueLink(tx, ctx, "registration", {
        email: input.email,
        language: input.language,
        details: { draft, contactName: input.contactName, passwordHash },
      });
      await enqueue(tx, ctx, [
        registrationMail({
          linkId: link.id,
          token: link.token,
          email: input.email,
          language: input.language,
          organization: draft.name,
        }),
      ]);
      confirmPath = `/register/${link.token}`;
      return null;
    }),
  );
  return written.ok ? ok({ confirmPath }) : written;
};
