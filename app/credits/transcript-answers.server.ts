import type { TransferRow } from "~/pathways/transfer-moves.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import type { Language } from "~/platform/i18n/words";
import { translatorFor } from "~/words/translator.server";
import { creditText, shareText } from "./credit-text";
import type { Sentence, TranscriptLine } from "./rules/convert";
import type { DepositRow } from "./stored-transcript.server";

/** Values of sentences that are kept in hundredths. */
const IN_HUNDREDTHS = ["minimum", "most", "has", "whole"];

const valueText = (key: string, name: string, raw: string | number): string | number => {
  if (typeof raw !== "number") return raw;
  if (name === "share") return shareText(raw);
  const centi = IN_HUNDREDTHS.includes(name) || (name === "grade" && key.startsWith("credits.why."));
  return centi ? creditText(raw) : raw;
};

/** A sentence of a conversion in one language. */
const told = (language: Language, { key, values }: Sentence): string =>
  translatorFor(language).any(
    key,
    Object.fromEntries(Object.entries(values).map(([name, raw]) => [name, valueText(key, name, raw)])),
  );

/** A sentence in both languages: what is signed must not change with the reader. */
export const bothTold = (sentence: Sentence): { zh: string; en: string } => ({
  zh: told("zh-CN", sentence),
  en: told("en", sentence),
});

/** Credits in hundredths as a number of credits. */
export const creditsOf = (centi: number): number => centi / 100;

/** Lines as they were deposited. */
export const lineAnswers = (lines: readonly TranscriptLine[]) =>
  lines.map(({ creditsCenti, ...line }) => ({ ...line, credits: creditsOf(creditsCenti) }));

const numberOf = async (client: ReadClient, studentId: string | null | undefined): Promise<string | null> => {
  if (!studentId) return null;
  const row = await client.student.findUnique({
    where: { id: studentId },
    select: { studentNumber: true },
  });
  return row?.studentNumber ?? null;
};

/**
 * Whose transcript it is, without a name or an identity number: the student number at the depositing school, the transfer's
 * reference, and the number the receiving school gave, once it did.
 */
export const subjectOf = async (
  reader: ReadClient | Tx,
  deposit: DepositRow,
  transfer: TransferRow | null,
) => {
  const client = reader as ReadClient;
  return {
    number: await numberOf(client, deposit.studentId),
    transfer: transfer?.reference ?? null,
    newNumber: await numberOf(client, transfer?.newStudentId),
  };
};

/** A school as answers name it. */
export const schoolOf = async (reader: ReadClient | Tx, id: string) => {
  const row = await (reader as ReadClient).organization.findUniqueOrThrow({
    where: { id },
    select: { id: true, name: true, schoolCode: true },
  });
  return { id: row.id, name: row.name, code: row.schoolCode };
};
