import { parse } from "csv-parse/sync";
import { decodeText } from "./decode-text";
import { restoredText } from "./neutral";
import type { Grid } from "./sheet";

export type ReadGrid = { ok: true; grid: Grid } | { ok: false; key: string; values?: Record<string, number> };

/** The sign between cells: the one of comma, tab, semicolon and full-width comma the first line has most of. */
const separatorOf = (text: string): string => {
  const [first = ""] = text.split(/\r?\n/, 1);
  const counted = [",", "\t", ";", "，"].map((sign) => ({ sign, times: first.split(sign).length }));
  return counted.reduce((best, one) => (one.times > best.times ? one : best)).sign;
};

type Parsed = { record: string[]; info: { lines: number } };

/**
 * The cells of a CSV file. Goes in: its bytes (UTF-8 or GBK, with or without byte-order mark; comma, semicolon or tab)
 * and the most rows. Comes out: every cell as the text it is, a leading "=" included, with the line it stands on; or the
 * line where the file stops being CSV.
 */
export const readCsv = (bytes: Uint8Array, mostRows: number): ReadGrid => {
  const text = decodeText(bytes);
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      to: mostRows + 20,
    }) as unknown as Parsed[];
    const lines = rows.map(({ record, info }) => {
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
      return { line: info.lines - breaks, cells: record.map((cell) => restoredText(cell.trim())) };
    });
    return { ok: true, grid: { lines, marks: [], otherSheets: [] } };
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    return { ok: false, key: "sheets.notCsv", values: { line } };
  }
};
