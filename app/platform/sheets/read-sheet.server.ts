import { type Result, refuse } from "../result";
import type { ColumnDef } from "./columns";
import { findTable } from "./find-table";
import { readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx.server";
import { MOST_BYTES, MOST_CELL, MOST_COLUMNS, MOST_ROWS, type Sheet, XLSX_TYPE } from "./sheet";

const wrong = (key: string, values?: Record<string, string | number>) =>
  refuse("invalid", "errors.checkFields", {
    fields: [{ field: "file", key, ...(values ? { values } : {}) }],
  });

/**
 * Reads a table from an uploaded spreadsheet. Goes in: the bytes, the media type sniffed from them, the columns that may
 * occur (they find the header under titles and notes) and the most rows. Comes out: header, rows with their line in the
 * file, and cells that need a second look. Refuses beside the field `file`: no spreadsheet, nothing in it, more than
 * 15 MB, 60 columns or the rows allowed, a cell beyond 5 000 characters. House rule.
 */
export const readSheet = async <F extends string>(
  file: { bytes: Uint8Array; mediaType: string },
  defs: readonly ColumnDef<F>[],
  mostRows = MOST_ROWS,
): Promise<Result<Sheet>> => {
  if (file.bytes.byteLength > MOST_BYTES) return wrong("sheets.tooLarge");
  const read =
    file.mediaType === XLSX_TYPE
      ? await readXlsx(file.bytes, mostRows, MOST_COLUMNS)
      : readCsv(file.bytes, mostRows);
  if (!read.ok) return wrong(read.key, read.values);
  const tooLong = read.grid.lines.find((line) => line.cells.some((cell) => cell.length > MOST_CELL));
  if (tooLong) return wrong("sheets.cellTooLong", { line: tooLong.line, max: MOST_CELL });
  const sheet = findTable(read.grid, defs);
  if (!sheet) return wrong("sheets.empty");
  if (sheet.headers.length > MOST_COLUMNS) return wrong("sheets.tooManyColumns", { max: MOST_COLUMNS });
  if (sheet.rows.length > mostRows) return wrong("sheets.tooManyRows", { max: mostRows });
  if (sheet.rows.length === 0) return wrong("sheets.onlyHeader");
  return { ok: true, value: sheet };
};
