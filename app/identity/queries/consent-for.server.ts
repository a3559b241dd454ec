import { read } from "~/platform/db/client.server";
import { endOfCivilDate } from "~/platform/time/clock";
import type { ConsentPurpose } from "../rules/consent-purposes";
import { type ConsentStanding, consentStanding, type LedgerEntry } from "../rules/consent-standing";
import { guardiansOf, studentFacts } from "../student-facts.server";

/** The ledger of one student, purpose and recipient is short; more words than this are not looked at. */
const MOST_ENTRIES = 500;

/**
 * Where a student's consent stands: may their data go to this organization on this day? Goes in: the student, the purpose,
 * the recipient (null where the purpose has none) and a civil date; words said after that date do not count. Comes out: the
 * standing (`complete` decides; `missing` names who is still wanted), or null when there is no such student or the record
 * was erased. Whoever hands data on must ask this for the day of handing on, every time.
 */
export const consentFor = async (
  studentId: string,
  purpose: ConsentPurpose,
  recipientId: string | null,
  on: string,
): Promise<ConsentStanding | null> => {
  const student = await studentFacts(read, studentId);
  if (!student?.birthDate) return null;
  const [rows, guardians] = await Promise.all([
    read.consent.findMany({
      where: { studentId, purpose, recipientId, at: { lt: endOfCivilDate(on) } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_ENTRIES,
      select: { id: true, party: true, guardianId: true, act: true, at: true },
    }),
    guardiansOf(read, studentId),
  ]);
  const entries = rows.map((row) => ({ ...row, at: row.at.toISOString() }) as LedgerEntry);
  return consentStanding(
    student.birthDate,
    entries,
    guardians.map((one) => one.id),
    on,
  );
};
