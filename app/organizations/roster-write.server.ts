import { guardianData } from "~/identity/consent-requests.server";
import type { Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { studentsNumbered } from "./roster-judge.server";
import type { RosterGuardian, RosterRecord } from "./rules/roster-row";
import { saysTheSame, studentData } from "./student-record.server";

/** Rows written by one statement: SQLite takes a bounded number of values. */
const CHUNK = 400;

export type WrittenRoster = { created: number; updated: number; unchanged: number };

type Batch = { organizationId: string; importId: string | null; now: Date };

const guardianRow = (studentId: string, guardian: RosterGuardian, now: Date) => ({
  id: newId(now.getTime()),
  studentId,
  ...guardianData({ ...guardian, email: guardian.email ?? undefined }),
  createdAt: now,
  updatedAt: now,
  version: 1,
});

/** Adds the guardian a roster names, or gives the one of that name the phone and address it says now. */
const writeGuardian = async (
  tx: Tx,
  student: { id: string; guardians: readonly { id: string; name: string; emailHash: string | null }[] },
  guardian: RosterGuardian,
  now: Date,
): Promise<void> => {
  const row = guardianRow(student.id, guardian, now);
  const known = student.guardians.find((one) => one.name === guardian.name);
  if (!known) {
    await tx.guardian.create({ data: row });
    return;
  }
  const { emailSealed, emailHash } = row;
  await tx.guardian.update({
    where: { id: known.id },
    data: {
      relation: row.relation,
      phoneSealed: row.phoneSealed,
      phoneHash: row.phoneHash,
      ...(emailSealed ? { emailSealed, emailHash } : {}),
      updatedAt: now,
      version: { increment: 1 },
    },
  });
};

/**
 * Writes judged records into the roll inside the caller's transaction: new numbers become students, known ones take over
 * what the roster says, and rows that say nothing new change nothing. Comes out: how many of each.
 */
export const writeRoster = async (
  tx: Tx,
  records: readonly RosterRecord[],
  { organizationId, importId, now }: Batch,
): Promise<WrittenRoster> => {
  const numbers = records.map((record) => record.studentNumber);
  const stored = await studentsNumbered(tx, organizationId, numbers);
  const known = new Map(stored.map((student) => [student.studentNumber, student]));
  const fresh = records.filter((record) => !known.has(record.studentNumber));
  const rows = fresh.map((record) => ({
    record,
    data: {
      id: newId(now.getTime()),
      organizationId,
      studentNumber: record.studentNumber,
      ...studentData(record),
      state: "active",
      importId,
      createdAt: now,
      updatedAt: now,
      version: 1,
    },
  }));
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    await tx.student.createMany({ data: part.map((row) => row.data) });
    const guardians = part.flatMap(({ record, data }) =>
      record.guardian ? [guardianRow(data.id, record.guardian, now)] : [],
    );
    if (guardians.length > 0) await tx.guardian.createMany({ data: guardians });
  }
  let updated = 0;
  for (const record of records) {
    const student = known.get(record.studentNumber);
    if (!student || saysTheSame(student, record)) continue;
    await tx.student.update({
      where: { id: student.id },
      data: { ...studentData(record), importId, updatedAt: now, version: { increment: 1 } },
    });
    if (record.guardian) await writeGuardian(tx, student, record.guardian, now);
    updated += 1;
  }
  return { created: fresh.length, updated, unchanged: records.length - fresh.length - updated };
};
