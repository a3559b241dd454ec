import type { ConsentPurpose } from "~/identity/rules/consent-purposes";
import { type ConsentStanding, consentStanding, type LedgerEntry } from "~/identity/rules/consent-standing";
import { openField } from "~/platform/crypto/fields.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { endOfCivilDate } from "~/platform/time/clock";

type Db = ReadClient | Tx;

/** Words said about one purpose by this many students at most are looked at in one go. */
const MOST_STUDENTS = 500;
const MOST_ENTRIES = 20_000;

/**
 * Where consent of several students to one purpose and recipient stands on a day, in three queries whatever their number:
 * may the host see them? Goes in: the students, the purpose, the recipient and the civil date of handing on. Comes out:
 * the standing by student; a student who is unknown or erased is left out and therefore not shown.
 */
export const standingsOf = async (
  db: Db,
  studentIds: readonly string[],
  purpose: ConsentPurpose,
  recipientId: string,
  on: string,
): Promise<Map<string, ConsentStanding>> => {
  const client = db as ReadClient;
  const ids = [...new Set(studentIds)].slice(0, MOST_STUDENTS);
  if (ids.length === 0) return new Map();
  const [students, words, guardians] = await Promise.all([
    client.student.findMany({
      where: { id: { in: ids }, birthDateSealed: { not: null } },
      select: { id: true, birthDateSealed: true },
    }),
    client.consent.findMany({
      where: { studentId: { in: ids }, purpose, recipientId, at: { lt: endOfCivilDate(on) } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_ENTRIES,
      select: { id: true, studentId: true, party: true, guardianId: true, act: true, at: true },
    }),
    client.guardian.findMany({
      where: { studentId: { in: ids }, endedAt: null },
      take: MOST_STUDENTS * 6,
      select: { id: true, studentId: true },
    }),
  ]);
  return new Map(
    students.flatMap(({ id, birthDateSealed }) => {
      if (!birthDateSealed) return [];
      const entries = words
        .filter((word) => word.studentId === id)
        .map(({ studentId: _student, ...word }) => ({ ...word, at: word.at.toISOString() }) as LedgerEntry);
      const linked = guardians.filter((one) => one.studentId === id).map((one) => one.id);
      const born = openField("student.birthDate", birthDateSealed);
      return [[id, consentStanding(born, entries, linked, on)] as const];
    }),
  );
};

/** The standing of one student, or null when there is no such student or the record was erased. */
export const standingOf = async (
  db: Db,
  studentId: string,
  purpose: ConsentPurpose,
  recipientId: string,
  on: string,
): Promise<ConsentStanding | null> =>
  (await standingsOf(db, [studentId], purpose, recipientId, on)).get(studentId) ?? null;

/** Whose word is wanted before anything goes on: the student's own before a guardian's. */
export const wantedFrom = (standing: ConsentStanding | null): "student" | "guardian" =>
  standing && standing.student === "given" ? "guardian" : "student";
