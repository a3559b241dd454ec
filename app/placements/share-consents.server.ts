import { type ConsentStanding, consentStanding, type LedgerEntry } from "~/identity/rules/consent-standing";
import { openField } from "~/platform/crypto/fields.server";
import type { ReadClient } from "~/platform/db/client.server";
import { endOfCivilDate } from "~/platform/time/clock";
import type { Db } from "./head-count.server";

const MOST_ROWS = 20_000;

type Pair = { studentId: string; hostId: string };

/**
 * Whether students' data may go to their hosts on a day (purpose share_application, a guardian's word for minors). Goes
 * in: pairs of student and host, and the civil date. Comes out: a function that says where consent stands for a pair;
 * null for a student who is not on record. Two queries for any number of pairs. Source: 《个人信息保护法》 art. 23 and 31.
 */
export const shareConsents = async (
  db: Db,
  pairs: readonly Pair[],
  on: string,
): Promise<(pair: Pair) => ConsentStanding | null> => {
  const client = db as ReadClient;
  const studentIds = [...new Set(pairs.map((pair) => pair.studentId))];
  const [students, words] = await Promise.all([
    client.student.findMany({
      where: { id: { in: studentIds } },
      select: {
        id: true,
        birthDateSealed: true,
        guardians: { where: { endedAt: null }, select: { id: true }, take: 6 },
      },
    }),
    client.consent.findMany({
      where: {
        studentId: { in: studentIds },
        purpose: "share_application",
        recipientId: { in: [...new Set(pairs.map((pair) => pair.hostId))] },
        at: { lt: endOfCivilDate(on) },
      },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_ROWS,
      select: {
        id: true,
        studentId: true,
        recipientId: true,
        party: true,
        guardianId: true,
        act: true,
        at: true,
      },
    }),
  ]);
  const studentOf = new Map(students.map((one) => [one.id, one]));
  const entriesOf = new Map<string, LedgerEntry[]>();
  for (const { studentId, recipientId, at, ...word } of words) {
    const key = `${studentId} ${recipientId}`;
    const entry = { ...word, at: at.toISOString() } as LedgerEntry;
    entriesOf.set(key, [...(entriesOf.get(key) ?? []), entry]);
  }
  return ({ studentId, hostId }) => {
    const student = studentOf.get(studentId);
    if (!student?.birthDateSealed) return null;
    return consentStanding(
      openField("student.birthDate", student.birthDateSealed),
      entriesOf.get(`${studentId} ${hostId}`) ?? [],
      student.guardians.map((one) => one.id),
      on,
    );
  };
};
