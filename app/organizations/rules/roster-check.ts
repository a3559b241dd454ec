import { type RecognisedColumns, recogniseColumns } from "~/platform/sheets/columns";
import type { CellMark, Sheet } from "~/platform/sheets/sheet";
import { ROSTER_COLUMNS, ROSTER_FIELDS, type RosterField } from "./roster-columns";
import {
  type RosterIssue,
  type RosterProgramme,
  type RosterRecord,
  type RosterTexts,
  readRosterRow,
} from "./roster-row";

/** Where an uploaded roster stands; "checking" and "writing" are background work. */
export type RosterState = "checking" | "checked" | "writing" | "applied" | "discarded";

/** A student already on the roll under one of the numbers of the file. */
export type KnownStudent = { studentNumber: string; name: string; birthDate: string | null };

export type RosterJudgement = {
  columns: RecognisedColumns<RosterField>;
  records: RosterRecord[];
  issues: RosterIssue[];
  /** Lines with at least one error, in order. */
  wrongLines: number[];
};

/** One of two columns tells the birth date; without either nobody's minority can be computed. */
const birthDateColumns: readonly RosterField[] = ["birthDate", "idNumber"];

const MARK_KEYS: Record<CellMark, { key: string; severity: RosterIssue["severity"] }> = {
  formula: { key: "formula", severity: "warn" },
  noValue: { key: "noValue", severity: "error" },
  lostDigits: { key: "lostDigits", severity: "error" },
};

const textsOf = (cells: readonly string[], places: Partial<Record<RosterField, number>>): RosterTexts =>
  Object.fromEntries(
    ROSTER_FIELDS.map((field) => {
      const place = places[field];
      return [field, place === undefined ? "" : (cells[place] ?? "").trim()];
    }),
  ) as RosterTexts;

/** Fields of a sheet that say the same twice: later lines are wrong and say which line was first. */
const repeats = (
  rows: readonly { line: number; text: string }[],
  field: RosterField,
  key: string,
): RosterIssue[] => {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, text }) => {
    const plain = text.trim().toUpperCase();
    if (plain === "") return [];
    const earlier = first.get(plain);
    if (earlier === undefined) {
      first.set(plain, line);
      return [];
    }
    return [{ line, field, key, values: { line: earlier }, severity: "error" as const }];
  });
};

/** Which columns of a roster were understood; a birth date must come from one of two. */
export const rosterColumns = (sheet: Pick<Sheet, "headers">): RecognisedColumns<RosterField> => {
  const recognised = recogniseColumns(sheet.headers, ROSTER_COLUMNS);
  const hasBirthDate = birthDateColumns.some((field) => recognised.places[field] !== undefined);
  return hasBirthDate
    ? recognised
    : { ...recognised, missing: [...recognised.missing, "birthDate" as const] };
};

type ReadRow = { texts: RosterTexts; line: number } & ReturnType<typeof readRosterRow>;

/** One row of a roster by itself: its texts, what is wrong with them, and the record they make. */
export const readSheetRow = (
  row: Sheet["rows"][number],
  columns: RecognisedColumns<RosterField>,
  programmes: readonly RosterProgramme[],
  today: string,
): ReadRow => {
  const texts = textsOf(row.cells, columns.places);
  return { texts, line: row.line, ...readRosterRow(texts, row.line, programmes, today) };
};

/**
 * Judges rows that were read one by one against each other and against the roll. Goes in: the sheet, its columns, the rows
 * read, the students known under its numbers. Comes out: the records that may be written and every problem with line and
 * column. Two rows with one student number or identity number, and a number that belongs to somebody else on the roll, are
 * errors. House rule.
 */
export const judgeReadRows = (
  sheet: Sheet,
  columns: RecognisedColumns<RosterField>,
  read: readonly ReadRow[],
  known: ReadonlyMap<string, KnownStudent>,
): RosterJudgement => {
  const { places } = columns;
  const fieldAt = new Map(Object.entries(places).map(([field, place]) => [place, field as RosterField]));
  const marked = sheet.marks.flatMap((mark): RosterIssue[] => {
    const field = fieldAt.get(mark.column);
    return field ? [{ line: mark.line, field, ...MARK_KEYS[mark.mark] }] : [];
  });
  const column = (field: RosterField) => read.map((row) => ({ line: row.line, text: row.texts[field] }));
  const issues = [
    ...marked,
    ...read.flatMap((row) => row.issues),
    ...repeats(column("studentNumber"), "studentNumber", "numberTwice"),
    ...repeats(column("idNumber"), "idNumber", "idTwice"),
    ...read.flatMap(({ record }): RosterIssue[] => {
      const other = record && known.get(record.studentNumber);
      if (!record || !other || other.name === record.name || other.birthDate === record.birthDate) return [];
      return [{ line: record.line, field: "studentNumber", key: "numberTaken", severity: "error" }];
    }),
  ];
  // A lost number also fails its check: the reader needs the cause, not both.
  const lost = new Set(
    marked.filter((one) => one.severity === "error").map((one) => `${one.line}:${one.field}`),
  );
  const causes = new Set(marked);
  const told = issues.filter((one) => causes.has(one) || !lost.has(`${one.line}:${one.field}`));
  const wrong = new Set(told.filter((one) => one.severity === "error").map((one) => one.line));
  return {
    columns,
    records: read.flatMap(({ record }) => (record && !wrong.has(record.line) ? [record] : [])),
    issues: told.sort((a, b) => a.line - b.line),
    wrongLines: [...wrong].sort((a, b) => a - b),
  };
};

/**
 * Judges a whole roster without changing anything. Goes in: the sheet, the school's open programmes, the students known
 * under its numbers, today's civil date. Comes out: which columns were understood, the records that may be written, and
 * every problem with line and column. A required column that is missing leaves no record. House rule.
 */
export const checkRoster = (
  sheet: Sheet,
  programmes: readonly RosterProgramme[],
  known: ReadonlyMap<string, KnownStudent>,
  today: string,
): RosterJudgement => {
  const columns = rosterColumns(sheet);
  if (columns.missing.length > 0) return { columns, records: [], issues: [], wrongLines: [] };
  const read = sheet.rows.map((row) => readSheetRow(row, columns, programmes, today));
  return judgeReadRows(sheet, columns, read, known);
};
