import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { recogniseColumns } from "~/platform/sheets/columns";
import type { Sheet } from "~/platform/sheets/sheet";
import { checkRoster, type KnownStudent, type RosterJudgement } from "./rules/roster-check";
import { ROSTER_COLUMNS } from "./rules/roster-columns";
import type { RosterProgramme } from "./rules/roster-row";
import { openStudent } from "./student-record.server";

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

/** Judges a sheet against the school's programmes and roll as they are now. */
export const judgeRoster = async (
  client: Client,
  organizationId: string,
  sheet: Sheet,
  today: string,
): Promise<RosterJudgement> => {
  const place = recogniseColumns(sheet.headers, ROSTER_COLUMNS).places.studentNumber;
  const numbers = place === undefined ? [] : [...new Set(sheet.rows.map((row) => row.cells[place] ?? ""))];
  const programmes = await rosterProgrammes(client, organizationId);
  const stored = await studentsNumbered(client, organizationId, numbers);
  const known = new Map<string, KnownStudent>(
    stored.map((one) => [
      one.studentNumber,
      { studentNumber: one.studentNumber, name: one.name, birthDate: openStudent(one).birthDate },
    ]),
  );
  return checkRoster(sheet, programmes, known, today);
};
