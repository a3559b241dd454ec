import { catalogue } from "~/catalogues/queries/catalogue.server";
import { type Refusal, type Result, refuse } from "~/platform/result";
import { recogniseColumns } from "~/platform/sheets/columns";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import { type Sheet, XLSX_TYPE } from "~/platform/sheets/sheet";
import type { IndicatorTable } from "./rules/indicators/indicator";
import { type SheetField, sheetColumns, templateId } from "./rules/supplied/columns";
import type { Supplier } from "./rules/supplied/forms";
import { type CellFinding, type ReadLine, readLines, type SheetLine } from "./rules/supplied/rows";
import { shiftedColumns } from "./rules/supplied/shift";
import { mergedBelow } from "./sheet-merges.server";

/** A sheet asks for some dozens of figures; an authority's for as many as it has places. House rule. */
const MOST_ROWS = 3_000;

type Ask = { table: IndicatorTable; supplier: Supplier; year: string; regionCode: string };

const wrongFile = (
  key: string,
  values: Record<string, string | number> = {},
  more: Pick<Refusal, "findings"> = {},
) => refuse("invalid", "errors.checkFields", { fields: [{ field: "file", key, values }], ...more });

const linesOf = (sheet: Sheet, places: Partial<Record<SheetField, number>>): SheetLine[] => {
  const fields = Object.entries(places) as [SheetField, number][];
  return sheet.rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(fields.map(([field, column]) => [field, (cells[column] ?? "").trim()])),
  }));
};

/** What every row says of the whole file: the year and the template it was made for; null where rows differ. */
const only = (lines: readonly SheetLine[], field: SheetField): string | null => {
  const said = new Set(lines.map(({ cells }) => (cells[field] ?? "").normalize("NFKC")));
  return said.size === 1 ? ([...said][0] ?? null) : null;
};

const wholeFileRefusal = (lines: readonly SheetLine[], ask: Ask) => {
  const template = only(lines, "template");
  if (template && /\.v\d+$/.test(template) && template !== templateId(ask.table, ask.supplier)) {
    const [table = "", supplier = ""] = template.split(".");
    const older = table === ask.table && supplier === ask.supplier;
    return wrongFile(older ? "reports.errors.oldTemplate" : "reports.errors.otherTable");
  }
  const year = only(lines, "year");
  if (year && /^20\d\d$/.test(year) && year !== ask.year)
    return wrongFile("reports.errors.otherYear", { year, asked: ask.year });
  return null;
};

const cellsOf = async (
  bytes: Uint8Array,
  mediaType: string,
  sheet: Sheet,
  places: Partial<Record<SheetField, number>>,
): Promise<Map<number, CellFinding[]>> => {
  const at = new Map<number, CellFinding[]>();
  const add = (line: number, finding: CellFinding) => at.set(line, [...(at.get(line) ?? []), finding]);
  const fields = Object.entries(places) as [SheetField, number][];
  for (const { line, column, mark } of sheet.marks) {
    const field = fields.find(([, place]) => place === column)?.[0];
    if (field) add(line, { field, key: mark === "lostDigits" ? "lostDigits" : "formula" });
  }
  const merged = mediaType === XLSX_TYPE ? await mergedBelow(bytes, sheet.headerLine) : [];
  for (const { line, header } of merged) {
    const field = fields.find(([, place]) => sheet.headers[place] === header)?.[0];
    add(line, { field: field ?? "note", key: "merged" });
  }
  return at;
};

/**
 * Reads an uploaded sheet of supplied figures without keeping anything. Goes in: the file, which table and year it is for,
 * who supplies it. Comes out: its lines with what stands against each cell. Refuses beside `file`: no spreadsheet, columns
 * missing or holding the contents of others (which ones stands in `findings`), another year's or table's template.
 */
export const readFigureSheet = async (
  file: { bytes: Uint8Array; mediaType: string },
  ask: Ask,
): Promise<Result<ReadLine[]>> => {
  const columns = sheetColumns(ask.supplier);
  const found = await readSheet(file, columns, MOST_ROWS);
  if (!found.ok) return found;
  const sheet = found.value;
  const { places, missing } = recogniseColumns(sheet.headers, columns);
  const shifted = shiftedColumns(sheet.headers, sheet.rows, places, missing);
  if (shifted.length > 0)
    return wrongFile("reports.errors.shifted", { count: shifted.length }, { findings: shifted });
  if (missing.length > 0) {
    const named = missing.map((field) => columns.find((column) => column.field === field)?.names[0] ?? field);
    return wrongFile("reports.errors.missingColumns", { columns: named.join("、") });
  }
  const lines = linesOf(sheet, places);
  const refused = wholeFileRefusal(lines, ask);
  if (refused) return refused;
  const { regions } = await catalogue();
  const cells = await cellsOf(file.bytes, file.mediaType, sheet, places);
  return {
    ok: true,
    value: readLines(lines, { ...ask, places: regions }).map((line) => {
      const more = cells.get(line.line) ?? [];
      const known = new Set(more.map(({ field }) => field));
      // A cell that cannot be trusted says so once, not also that its contents are wrong.
      return more.length > 0
        ? { ...line, findings: [...more, ...line.findings.filter(({ field }) => !known.has(field))] }
        : line;
    }),
  };
};
