import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import type { Language } from "~/platform/i18n/words";
import { civilDate } from "~/platform/time/clock";
import type { ConsentPurpose } from "../rules/consent-purposes";
import type { ConsentAct } from "../rules/consent-standing";
import { shownWording, wordingOn } from "../rules/consent-wordings";
import { recipientName, studentFacts } from "../student-facts.server";

/** A consent link as anybody who holds it may know it: that it works, and which school asks. Null for a dead one. */
export const consentLink = async (token: string, now: Date) => {
  const request = await read.consentRequest.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!request || request.withdrawnAt || (!request.answeredAt && request.expiresAt <= now)) return null;
  const [guardian, student] = await Promise.all([
    read.guardian.findFirst({ where: { id: request.guardianId, endedAt: null } }),
    studentFacts(read, request.studentId),
  ]);
  if (!guardian || !student?.birthDate) return null;
  return { request, guardian, student };
};

type Link = NonNullable<Awaited<ReturnType<typeof consentLink>>>;

/**
 * What a guardian sees once the phone's digits were shown: the words, what they cover, where their own word stands and what
 * they said before. Nothing of the child but the name, and nothing that is not asked.
 */
export const consentPage = async ({ request, guardian, student }: Link, language: Language, now: Date) => {
  const purpose = request.purpose as ConsentPurpose;
  const recipient = await recipientName(read, request.recipientId);
  const [said, account] = await Promise.all([
    read.consent.findMany({
      where: { studentId: student.id, purpose, recipientId: request.recipientId, guardianId: guardian.id },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: 20,
      select: { id: true, act: true, at: true, wordingVersion: true, wordingHash: true, reason: true },
    }),
    guardian.emailHash
      ? read.person.findUnique({ where: { emailHash: guardian.emailHash }, select: { id: true } })
      : null,
  ]);
  const names = { student: student.name, school: student.school, recipient };
  return {
    wording: shownWording(wordingOn(purpose, civilDate(now)), language, names),
    student: student.name,
    school: student.school,
    guardian: guardian.name,
    standing: (said[0]?.act ?? "none") as ConsentAct | "none",
    said: said.map((one) => ({ ...one, act: one.act as ConsentAct, at: one.at.toISOString() })),
    linked: guardian.personId !== null,
    mayOpenAccount:
      guardian.personId === null && request.mailedAt !== null && guardian.emailHash !== null && !account,
    hasAccount: account !== null,
  };
};

export type ConsentPage = Awaited<ReturnType<typeof consentPage>>;
