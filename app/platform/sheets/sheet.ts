/** A cell that reads, but not for certain as its author meant it. */
export type CellMark =
  /** computed by a formula: its last stored value was taken */
  | "formula"
  /** a formula without a stored value, or an error such as #N/A: nothing was taken */
  | "noValue"
  /** a number with more digits than a spreadsheet keeps: the last ones are lost */
  | "lostDigits";

export type MarkedCell = { line: number; column: number; mark: CellMark };

/** Cells as text, in place: `lines[i].cells[c]`; merged cells all carry the text of the merge. */
export type Grid = {
  lines: { line: number; cells: string[] }[];
  marks: MarkedCell[];
  /** Names of further sheets of the file, which were not read. */
  otherSheets: string[];
};

export type SheetRow = {
  /** Where it is in the file, from 1. */
  line: number;
  /** One text per header, trimmed; missing cells are "". */
  cells: string[];
};

/** A table as it was found in a file: one header, then rows. Completely empty rows and columns are gone. */
export type Sheet = {
  headers: string[];
  headerLine: number;
  rows: SheetRow[];
  marks: MarkedCell[];
  otherSheets: string[];
};

export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 60;
export const MOST_BYTES = 15 * 1024 * 1024;
/** A longer cell is no cell but a mistake (an unclosed quote swallows the rest of a file). */
export const MOST_CELL = 5_000;

export const CSV_TYPE = "text/csv";
export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** What `receiveForm` accepts where a table is asked for. */
export const SHEET_TYPES: readonly string[] = [CSV_TYPE, XLSX_TYPE, "text/plain"];
