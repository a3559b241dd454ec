import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Language } from "~/platform/i18n/words";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import type { ConsentPurpose } from "./rules/consent-purposes";
import type { ConsentAct, ConsentParty } from "./rules/consent-standing";
import { shownWording, wordingOn } from "./rules/consent-wordings";
import { recipientName, type StudentFacts } from "./student-facts.server";

/** Who speaks: the student, or one guardian; `personId` when they act with an account. */
export type Voice = { party: ConsentParty; guardianId: string | null; personId: string | null };

export type Word = {
  student: StudentFacts;
  voice: Voice;
  act: ConsentAct;
  purpose: ConsentPurpose;
  recipientId: string | null;
  language: Language;
  how: "account" | "link";
  reason?: string | undefined;
  requestId?: string;
};

/** Rejects a purpose that names a recipient without one, one that does not with one, and an unknown organization. */
export const checkRecipient = async (
  tx: Tx,
  purpose: ConsentPurpose,
  recipientId: string | null,
  on: string,
): Promise<string | null> => {
  const { hasRecipient } = wordingOn(purpose, on);
  if (hasRecipient !== (recipientId !== null)) {
    return reject({ code: "invalid", key: "consents.errors.recipient" });
  }
  const name = await recipientName(tx, recipientId);
  if (hasRecipient && name === null) return reject({ code: "not_found", key: "errors.notFound" });
  return name;
};

/**
 * Writes one word into the ledger inside the caller's transaction and tells it as an event of the student. Comes out: the
 * row's id. The last word of the same voice said twice is one row. Rejects taking back what was not given, and a student
 * whose record was erased.
 */
export const writeWord = async (tx: Tx, ctx: Ctx, word: Word): Promise<string> => {
  const { student, voice, act, purpose, recipientId } = word;
  if (student.birthDate === null) return reject({ code: "not_found", key: "errors.notFound" });
  const now = ctx.clock.now();
  const on = civilDate(now);
  const recipient = await checkRecipient(tx, purpose, recipientId, on);
  const last = await tx.consent.findFirst({
    where: { studentId: student.id, purpose, recipientId, party: voice.party, guardianId: voice.guardianId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, act: true, wordingVersion: true },
  });
  if (act === "withdrawn" && last?.act !== "given") {
    return reject({ code: "conflict", key: "consents.errors.notGiven" });
  }
  if (voice.guardianId && act !== "withdrawn") {
    await tx.consentRequest.updateMany({
      where: { guardianId: voice.guardianId, purpose, recipientId, withdrawnAt: null },
      data: { answeredAt: now, answer: act },
    });
  }
  const wording = wordingOn(purpose, on);
  if (last && last.act === act && last.wordingVersion === wording.version) return last.id;
  const shown = shownWording(wording, word.language, {
    student: student.name,
    school: student.school,
    recipient,
  });
  const id = newId(now.getTime());
  await tx.consent.create({
    data: {
      id,
      studentId: student.id,
      ...voice,
      act,
      purpose,
      recipientId,
      wordingVersion: shown.version,
      wordingHash: shown.hash,
      language: word.language,
      scope: shown.scope.join(","),
      reason: word.reason ?? null,
      how: word.how,
      requestId: word.requestId ?? null,
      at: now,
    },
  });
  await record(tx, ctx, {
    subject: { type: "student", id: student.id },
    name: `consent.${act}`,
    payload: { consentId: id, party: voice.party, purpose, recipientId, wording: shown.version },
    audience: [student.organizationId],
  });
  return id;
};
