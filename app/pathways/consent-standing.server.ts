import { type ConsentStanding, consentStanding, type LedgerEntry } from "~/identity/rules/consent-standing";
import { guardiansOf, studentFacts } from "~/identity/student-facts.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { endOfCivilDate } from "~/platform/time/clock";

/** The ledger of one student about one school is short; more words than this are not looked at. */
const MOST_ENTRIES = 200;

/** Where the consent to a transfer stands on a civil date: the student's own and, under 18, a guardian's. Null once erased. */
export const transferConsent = async (
  reader: ReadClient | Tx,
  transfer: { studentId: string; toSchoolId: string },
  on: string,
): Promise<ConsentStanding | null> => {
  const client = reader as ReadClient;
  const student = await studentFacts(client, transfer.studentId);
  if (!student?.birthDate) return null;
  const rows = await client.consent.findMany({
    where: {
      studentId: transfer.studentId,
      purpose: "transfer",
      recipientId: transfer.toSchoolId,
      at: { lt: endOfCivilDate(on) },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_ENTRIES,
    select: { id: true, party: true, guardianId: true, act: true, at: true },
  });
  const guardians = await guardiansOf(client, transfer.studentId);
  return consentStanding(
    student.birthDate,
    rows.map((row) => ({ ...row, at: row.at.toISOString() }) as LedgerEntry),
    guardians.map((one) => one.id),
    on,
  );
};
