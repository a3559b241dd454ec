import { guardianData } from "~/identity/consent-requests.server";
import type { Tx } from "~/platform/db/gate.server";
import { insertMany } from "~/platform/db/insert-many.server";
import { newId } from "~/platform/id";
import { breather } from "~/platform/time/breathe.server";
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

type NewRow = { record: RosterRecord; data: ReturnType<typeof newStudent> };

const newStudent = (record: RosterRecord, { organizationId, importId, now }: Batch) => ({
  id: newId(now.getTime()),
  organizationId,
  studentNumber: record.studentNumber,
  // Every row has every column: they are inserted by one statement.
  idTailSealed: null,
  idHash: null,
  phoneSealed: null,
  phoneHash: null,
  emailSealed: null,
  emailHash: null,
  ...studentData(record),
  state: "active",
  importId,
  createdAt: now,
  updatedAt: now,
  version: 1,
});

/** Rows of the roll sealed ahead of the transaction, by student number: sealing is slow and needs nobody to wait. */
export type SealedRows = ReadonlyMap<string, NewRow["data"]>;

/** Seals what may be written, while others are served. */
export const sealRows = async (records: readonly RosterRecord[], batch: Batch): Promise<SealedRows> => {
  const breath = breather();
  const sealed = new Map<string, NewRow["data"]>();
  for (const record of records) {
    sealed.set(record.studentNumber, newStudent(record, batch));
    await breath();
  }
  return sealed;
};

/**
 * Writes judged records into the roll inside the caller's transaction: new numbers become students, known ones take over
 * what the roster says, and rows that say nothing new change nothing. Goes in: the records, whose roll, and rows sealed
 * ahead where there are many. Comes out: how many of each.
 */
export const writeRoster = async (
  tx: Tx,
  records: readonly RosterRecord[],
  batch: Batch,
  sealed: SealedRows = new Map(),
): Promise<WrittenRoster> => {
  const { organizationId, importId, now } = batch;
  const numbers = records.map((record) => record.studentNumber);
  const stored = await studentsNumbered(tx, organizationId, numbers);
  const known = new Map(stored.map((student) => [student.studentNumber, student]));
  const fresh = records.filter((record) => !known.has(record.studentNumber));
  const rows: NewRow[] = fresh.map((record) => ({
    record,
    data: sealed.get(record.studentNumber) ?? newStudent(record, batch),
  }));
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    await insertMany(
      tx,
      "Student",
      part.map((row) => row.data),
    );
    const guardians = part.flatMap(({ record, data }) =>
      record.guardian ? [guardianRow(data.id, record.guardian, now)] : [],
    );
    await insertMany(tx, "Guardian", guardians);
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
