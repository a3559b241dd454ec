import { catalogue } from "~/catalogues/queries/catalogue.server";
import { openField } from "~/platform/crypto/fields.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import type { Sheet } from "~/platform/sheets/sheet";
import { breather } from "~/platform/time/breathe.server";
import {
  judgeReadRows,
  type KnownStudent,
  type RosterJudgement,
  readSheetRow,
  rosterColumns,
} from "./rules/roster-check";
import type { RosterProgramme } from "./rules/roster-row";

/** SQLite takes a bounded number of values in one statement. */
const CHUNK = 500;

type Client = ReadClient | Tx;

/** The school's open programmes as a roster may name them. */
export const rosterProgrammes = async (
  client: Client,
  organizationId: string,
): Promise<RosterProgramme[]> => {
  const { majors } = await catalogue();
  const rows = await (client as ReadClient).programme.findMany({
    where: { organizationId, closedAt: null },
    orderBy: { majorCode: "asc" },
    take: 300,
    select: { id: true, name: true, majorCode: true },
  });
  return rows.map((row) => ({ ...row, major: majors.get(row.majorCode)?.name ?? row.majorCode }));
};

/** The students of a school under these numbers, with their guardians. */
export const studentsNumbered = async (
  client: Client,
  organizationId: string,
  numbers: readonly string[],
) => {
  const found = [];
  for (let at = 0; at < numbers.length; at += CHUNK) {
    found.push(
      ...(await (client as ReadClient).student.findMany({
        where: { organizationId, studentNumber: { in: numbers.slice(at, at + CHUNK) } },
        include: { guardians: { where: { endedAt: null }, orderBy: { createdAt: "asc" } } },
      })),
    );
  }
  return found;
};

/** Judges a sheet against the school's programmes and roll as they are now; others are served meanwhile. */
export const judgeRoster = async (
  client: Client,
  organizationId: string,
  sheet: Sheet,
  today: string,
): Promise<RosterJudgement> => {
  const columns = rosterColumns(sheet);
  if (columns.missing.length > 0) return { columns, records: [], issues: [], wrongLines: [] };
  const breath = breather();
  const place = columns.places.studentNumber;
  const numbers = place === undefined ? [] : [...new Set(sheet.rows.map((row) => row.cells[place] ?? ""))];
  const programmes = await rosterProgrammes(client, organizationId);
  const stored = await studentsNumbered(client, organizationId, numbers);
  const known = new Map<string, KnownStudent>();
  for (const { studentNumber, name, birthDateSealed } of stored) {
    const birthDate = birthDateSealed ? openField("student.birthDate", birthDateSealed) : null;
    known.set(studentNumber, { studentNumber, name, birthDate });
    await breath();
  }
  const read: ReturnType<typeof readSheetRow>[] = [];
  for (const row of sheet.rows) {
    read.push(readSheetRow(row, columns, programmes, today));
    await breath();
  }
  return judgeReadRows(sheet, columns, read, known);
};
