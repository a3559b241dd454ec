import exceljs from "exceljs";
import { restoredText } from "./neutral";
import type { ReadGrid } from "./read-csv";
import type { CellMark, MarkedCell } from "./sheet";
import { unpackedSize } from "./zip-size";

/** A table of 20 000 rows and 60 columns unpacks to a fifth of this. House rule. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/** From here on a spreadsheet's number no longer tells two neighbours apart. */
const EXACT_BELOW = 1e15;

type Read = { text: string; mark: CellMark | null };

const plain = (text: string): Read => ({ text: restoredText(text.trim()), mark: null });
const NOTHING: Read = { text: "", mark: "noValue" };

/** Excel's dates have no zone; the library hands them over as if they were UTC. */
const dateText = (date: Date): string =>
  date.toISOString().slice(11, 19) === "00:00:00"
    ? date.toISOString().slice(0, 10)
    : date.toISOString().slice(0, 16).replace("T", " ");

const numberText = (value: number): Read => ({
  text: Number.isInteger(value) ? value.toLocaleString("en-US", { useGrouping: false }) : String(value),
  mark: Math.abs(value) >= EXACT_BELOW ? "lostDigits" : null,
});

const readValue = (value: exceljs.CellValue | undefined): Read => {
  if (value === null || value === undefined) return { text: "", mark: null };
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? NOTHING : plain(dateText(value));
  if (typeof value === "number") return numberText(value);
  if (typeof value === "string") return plain(value);
  if (typeof value === "boolean") return plain(value ? "TRUE" : "FALSE");
  if ("richText" in value) return plain(value.richText.map((part) => part.text).join(""));
  if ("hyperlink" in value) return plain(readValue(value.text).text);
  if ("error" in value) return NOTHING;
  if ("formula" in value || "sharedFormula" in value) {
    if (value.result === undefined || value.result === null) return NOTHING;
    const { text, mark } = readValue(value.result);
    return { text, mark: mark ?? "formula" };
  }
  return NOTHING;
};

const firstWithText = (book: exceljs.Workbook): exceljs.Worksheet | undefined =>
  book.worksheets.find((sheet) => sheet.state === "visible" && sheet.actualRowCount > 0) ??
  book.worksheets[0];

/**
 * The cells of the first visible sheet of an XLSX file. Goes in: its bytes and the most rows and columns. Comes out: texts
 * in place, formulas by their stored value and marked, dates as civil dates, whole numbers without exponent, merged cells
 * with the text of their merge; or why the file cannot be read. Formulas are never computed, macros never run.
 */
export const readXlsx = async (
  bytes: Uint8Array,
  mostRows: number,
  mostColumns: number,
): Promise<ReadGrid> => {
  const size = unpackedSize(bytes);
  if (size === null) return { ok: false, key: "sheets.notXlsx" };
  if (size > MOST_UNPACKED) return { ok: false, key: "sheets.tooLarge" };
  const book = new exceljs.Workbook();
  try {
    const copy = new Uint8Array(bytes).buffer;
    await book.xlsx.load(copy, {
      ignoreNodes: ["dataValidations", "conditionalFormatting", "drawing", "picture"],
    });
  } catch {
    return { ok: false, key: "sheets.notXlsx" };
  }
  const sheet = firstWithText(book);
  if (!sheet) return { ok: false, key: "sheets.empty" };
  const lines: { line: number; cells: string[] }[] = [];
  const marks: MarkedCell[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    if (lines.length > mostRows + 20) return;
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, number) => {
      if (number > mostColumns + 1) return;
      const { text, mark } = readValue(cell.isMerged ? cell.master.value : cell.value);
      if (mark) marks.push({ line, column: number - 1, mark });
      while (cells.length < number - 1) cells.push("");
      cells[number - 1] = text;
    });
    lines.push({ line, cells });
  });
  const otherSheets = book.worksheets.filter((other) => other !== sheet).map((other) => other.name);
  return { ok: true, grid: { lines, marks, otherSheets: otherSheets.slice(0, 10) } };
};
