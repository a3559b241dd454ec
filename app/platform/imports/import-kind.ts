import type { Tx } from "../db/gate.server";
import type { Result } from "../result";
import type { ColumnDef } from "../sheets/columns";
import type { Clock } from "../time/clock";

/** A row of the file: texts by field, where it stands, and the earlier line with the same key. */
export type ImportLine = { line: number; cells: Readonly<Record<string, string>> };

/** What is wrong with a row, beside a field; "" for the row as a whole. */
export type LineFinding = { field: string; key: string; values?: Record<string, string | number> };

export type LineOutcome =
  | { state: "created" | "updated" | "unchanged"; refId: string }
  | { state: "refused"; findings: LineFinding[] };

export type ImportOptions = Readonly<Record<string, string>>;

export type ImportOwner = { organizationId: string; personId: string; personName: string };

/** Rows of one room at work, for the person who started the import and with what they may now. */
export type ImportSession = {
  /** What stands against each line, without writing; none is good. */
  judge: (lines: readonly ImportLine[]) => Promise<LineFinding[][]>;
  /** Writes lines found good before; each may still be refused. */
  write: (tx: Tx, lines: readonly ImportLine[]) => Promise<LineOutcome[]>;
};

/** What a room says of the rows it takes. */
export type ImportKind = {
  name: string;
  columns: (options: ImportOptions) => readonly ColumnDef[];
  /** What two rows of one file may not share; null where nothing is said. */
  keyOf: (cells: Readonly<Record<string, string>>) => string | null;
  /** Opens work for a while; refuses when the person may no longer do it. */
  open: (
    owner: ImportOwner,
    options: ImportOptions,
    clock: Clock,
    requestId: string,
  ) => Promise<Result<ImportSession>>;
};

export const IMPORT_STATES = ["receiving", "checking", "checked", "writing", "done", "discarded"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export type ImportRowView = { line: number; cells: Record<string, string>; findings: LineFinding[] };
export type ImportCause = { field: string; key: string; rows: number; example: LineFinding };
export type ImportView = {
  id: string;
  kind: string;
  fileName: string;
  state: ImportState;
  version: number;
  fields: { field: string; header: string }[];
  notes: { unknown: string[]; repeated: string[]; otherSheets: string[]; formulas: number };
  counts: Record<"rows" | "good" | "bad" | "created" | "updated" | "unchanged" | "refused", number>;
  stopped: string | null;
  options: Record<string, string>;
  causes: ImportCause[];
  wrong: ImportRowView[];
  next: number | null;
};
