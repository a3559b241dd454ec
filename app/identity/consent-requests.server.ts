import type { Ctx } from "~/platform/command";
import { lookupHash, openField, sealField } from "~/platform/crypto/fields.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { LANGUAGES, type Language } from "~/platform/i18n/words";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { consentRequestMail } from "./consent-mails.server";
import { REQUEST_DAYS } from "./rules/consent-days";
import type { ConsentPurpose } from "./rules/consent-purposes";
import { guardiansOf, type StudentFacts } from "./student-facts.server";

export type GuardianInput = {
  name: string;
  relation: string;
  phone?: string | undefined;
  email?: string | undefined;
};

/** A guardian's fields as they are stored: phone and e-mail sealed, with keyed hashes beside them. */
export const guardianData = (input: GuardianInput) => ({
  name: input.name,
  relation: input.relation,
  phoneSealed: input.phone ? sealField("guardian.phone", input.phone) : null,
  phoneHash: input.phone ? lookupHash("person.phone", input.phone) : null,
  emailSealed: input.email ? sealField("guardian.email", input.email) : null,
  emailHash: input.email ? lookupHash("person.email", input.email) : null,
});

/** The secret of a stored request, to print or send its link again. */
export const tokenOf = (request: { tokenSealed: string }): string =>
  openField("consentRequest.token", request.tokenSealed);

/** The language of a guardian's account, linked or of the same address; without one, what the platform speaks first. */
const guardianLanguage = async (
  tx: Tx,
  guardian: { personId: string | null; emailHash: string | null },
): Promise<Language> => {
  const { personId, emailHash } = guardian;
  const where = personId ? { id: personId } : emailHash ? { emailHash } : null;
  const person = where ? await tx.person.findUnique({ where, select: { language: true } }) : null;
  return LANGUAGES.find((one) => one === person?.language) ?? "zh-CN";
};

/**
 * Asks every linked guardian of a student for their word, inside the caller's transaction: those with an e-mail address
 * get the link by mail, for the others the school prints or passes it on. A guardian already asked about the same and
 * not yet answering is not asked again (《网络数据安全管理条例》 art. 22: no repeated nagging). Comes out: the ids of the
 * requests now open; none when no guardian has a phone on record, which is the second factor.
 */
export const askGuardians = async (
  tx: Tx,
  ctx: Ctx,
  student: StudentFacts,
  purpose: ConsentPurpose,
  recipientId: string | null,
): Promise<string[]> => {
  const now = ctx.clock.now();
  const guardians = (await guardiansOf(tx, student.id)).filter((one) => one.phoneSealed !== null);
  const open: string[] = [];
  for (const guardian of guardians) {
    const waiting = await tx.consentRequest.findFirst({
      where: {
        guardianId: guardian.id,
        purpose,
        recipientId,
        answeredAt: null,
        withdrawnAt: null,
        expiresAt: { gt: now },
      },
      select: { id: true },
    });
    if (waiting) {
      open.push(waiting.id);
      continue;
    }
    const token = newToken();
    const id = newId(now.getTime());
    await tx.consentRequest.create({
      data: {
        id,
        studentId: student.id,
        guardianId: guardian.id,
        purpose,
        recipientId,
        tokenHash: hashToken(token),
        tokenSealed: sealField("consentRequest.token", token),
        askedBy: ctx.actor.personId,
        mailedAt: guardian.emailSealed ? now : null,
        createdAt: now,
        expiresAt: new Date(now.getTime() + REQUEST_DAYS * 86_400_000),
        failures: 0,
        totalFailures: 0,
      },
    });
    await record(tx, ctx, {
      subject: { type: "student", id: student.id },
      name: "consent.asked",
      payload: { requestId: id, guardianId: guardian.id, purpose, recipientId },
      audience: [student.organizationId],
    });
    if (guardian.emailSealed) {
      const email = openField("guardian.email", guardian.emailSealed);
      await enqueue(tx, ctx, [
        consentRequestMail({
          requestId: id,
          token,
          email,
          school: student.school,
          student: student.name,
          language: await guardianLanguage(tx, guardian),
        }),
      ]);
    }
    open.push(id);
  }
  return open;
};
