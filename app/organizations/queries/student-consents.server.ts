import { consentFor } from "~/identity/queries/consent-for.server";
import { CONSENT_PURPOSES, type ConsentPurpose } from "~/identity/rules/consent-purposes";
import { read } from "~/platform/db/client.server";

const MOST_WORDS = 200;

/**
 * Every matter a student or guardian was asked about or spoke about, with its recipient's name, where consent stands on a
 * day, and what was said in which wording, newest first. At most two hundred words.
 */
export const studentConsents = async (studentId: string, on: string) => {
  const [words, requests] = await Promise.all([
    read.consent.findMany({
      where: { studentId },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_WORDS,
    }),
    read.consentRequest.findMany({
      where: { studentId, withdrawnAt: null },
      orderBy: { createdAt: "desc" },
      take: MOST_WORDS,
      select: { purpose: true, recipientId: true },
    }),
  ]);
  const matters = new Map(
    [...words, ...requests].map(({ purpose, recipientId }) => [
      `${purpose}:${recipientId ?? ""}`,
      { purpose: purpose as ConsentPurpose, recipientId },
    ]),
  );
  const known = [...matters.values()].filter(({ purpose }) => CONSENT_PURPOSES.includes(purpose));
  const recipients = await read.organization.findMany({
    where: { id: { in: known.flatMap((one) => (one.recipientId ? [one.recipientId] : [])) } },
    select: { id: true, name: true },
  });
  const names = new Map(recipients.map((one) => [one.id, one.name]));
  return Promise.all(
    known.map(async (matter) => ({
      ...matter,
      recipient: matter.recipientId ? (names.get(matter.recipientId) ?? "") : null,
      standing: await consentFor(studentId, matter.purpose, matter.recipientId, on),
      words: words
        .filter((one) => one.purpose === matter.purpose && one.recipientId === matter.recipientId)
        .map(({ id, act, party, at, wordingVersion, wordingHash, scope, how, reason }) => ({
          id,
          act: act as "given" | "refused" | "withdrawn",
          party: party as "student" | "guardian",
          at: at.toISOString(),
          wordingVersion,
          wordingHash,
          scope,
          how,
          reason,
        })),
    })),
  );
};

export type StudentMatter = Awaited<ReturnType<typeof studentConsents>>[number];
