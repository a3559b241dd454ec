import type { Person } from "~/identity/actor";
import type { ReadClient } from "~/platform/db/client.server";

const MOST_ROWS = 20;

export type LedgerSubject = { studentId: string; name: string; own: boolean };

/**
 * Whose ledgers a person may read: their own, and those of the children they are a confirmed guardian of. Goes in: a reading
 * client, the person. Comes out: one subject a roll row that is not left behind, at most twenty; none means there is nothing.
 */
export const ledgerSubjects = async (reader: ReadClient, person: Person): Promise<LedgerSubject[]> => {
  const { personId } = person;
  const guardians = await reader.guardian.findMany({
    where: { personId, endedAt: null },
    take: MOST_ROWS,
    select: { studentId: true },
  });
  const rows = await reader.student.findMany({
    where: {
      OR: [{ personId }, { id: { in: guardians.map((one) => one.studentId) } }],
      state: { in: ["active", "graduated"] },
    },
    orderBy: { createdAt: "desc" },
    take: MOST_ROWS,
    select: { id: true, name: true, personId: true },
  });
  return rows.map((row) => ({ studentId: row.id, name: row.name, own: row.personId === personId }));
};

/**
 * All rows of one person on the rolls of the schools a transfer led through: what was earned before stays theirs. Goes in: one
 * row's id. Comes out: that row and those before and after it.
 */
export const rowsOfStudent = async (reader: ReadClient, studentId: string): Promise<string[]> => {
  const found = new Set([studentId]);
  for (let round = 0; round < 3; round += 1) {
    const ids = [...found];
    const registrations = await reader.studentRegistration.findMany({
      where: { studentId: { in: ids }, transferId: { not: null } },
      take: 40,
      select: { transferId: true },
    });
    const led = registrations.flatMap((one) => (one.transferId ? [one.transferId] : []));
    const transfers = await reader.transfer.findMany({
      where: { OR: [{ studentId: { in: ids } }, { id: { in: led } }] },
      take: 40,
      select: { studentId: true, newStudentId: true },
    });
    for (const one of transfers) {
      found.add(one.studentId);
      if (one.newStudentId) found.add(one.newStudentId);
    }
    if (found.size === ids.length) break;
  }
  return [...found];
};
