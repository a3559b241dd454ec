import { parse } from "csv-parse/sync";
import { decodeText } from "~/platform/sheets/decode-text";
import type { TableRow } from "./rules/check-rows";

const MOST_BYTES = 30_000_000;

export type ReadTable =
  | { ok: true; rows: TableRow[] }
  | { ok: false; line: number; key: "catalogues.problem.csv" | "catalogues.problem.tooLarge" };

/**
 * Reads a CSV file. Goes in: its bytes, UTF-8 (with or without BOM) or GBK. Comes out: the rows with the line each
 * ends on, or the line where the file stops being CSV. At most 30 MB.
 */
export const readTable = (bytes: Uint8Array): ReadTable => {
  if (bytes.byteLength > MOST_BYTES) return { ok: false, line: 1, key: "catalogues.problem.tooLarge" };
  try {
    const parsed = parse(decodeText(bytes), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    });
    const rows = parsed as unknown as { record: Record<string, string>; info: { lines: number } }[];
    return { ok: true, rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    return { ok: false, line, key: "catalogues.problem.csv" };
  }
};
