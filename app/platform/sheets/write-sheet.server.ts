import { stringify } from "csv-stringify/sync";
import exceljs from "exceljs";
import { neutralText } from "./neutral";
import { CSV_TYPE, XLSX_TYPE } from "./sheet";

export type OutCell = string | { text: string; wrong: boolean };

export type OutTable = {
  name: string;
  headers: readonly string[];
  rows: readonly (readonly OutCell[])[];
  /** A line above the header that says how to fill the table in. */
  note?: string;
};

const textOf = (cell: OutCell): string => neutralText(typeof cell === "string" ? cell : cell.text);

/** A table as CSV that Excel opens without mangling: UTF-8 with byte-order mark, no cell that could run as a formula. */
export const writeCsv = (table: Pick<OutTable, "headers" | "rows">): string =>
  stringify([table.headers.map(neutralText), ...table.rows.map((row) => row.map(textOf))], {
    bom: true,
    record_delimiter: "windows",
  });

const WRONG: exceljs.FillPattern = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFBE3E0" } };
const HEAD: exceljs.FillPattern = { type: "pattern", pattern: "solid", fgColor: { argb: "FFEFEBE1" } };

const addTable = (book: exceljs.Workbook, table: OutTable): void => {
  const sheet = book.addWorksheet(table.name.replace(/[*?:\\/[\]]/g, " ").slice(0, 31));
  if (table.note) {
    sheet.addRow([table.note]);
    sheet.mergeCells(1, 1, 1, Math.max(2, table.headers.length));
    sheet.getRow(1).alignment = { wrapText: true, vertical: "top" };
    sheet.getRow(1).height = 48;
  }
  const head = sheet.addRow(table.headers.map(neutralText));
  head.font = { bold: true };
  head.eachCell((cell) => {
    cell.fill = HEAD;
  });
  for (const [index, header] of table.headers.entries()) {
    const longest = table.rows
      .slice(0, 200)
      .reduce((most, row) => Math.max(most, textOf(row[index] ?? "").length), 0);
    const column = sheet.getColumn(index + 1);
    column.width = Math.min(48, Math.max(10, header.length * 2, longest * 1.4));
    // Text, so that codes keep their zeros and long numbers their last digits when somebody types into the file.
    column.numFmt = "@";
  }
  for (const row of table.rows) {
    const added = sheet.addRow(row.map(textOf));
    for (const [index, cell] of row.entries()) {
      if (typeof cell !== "string" && cell.wrong) added.getCell(index + 1).fill = WRONG;
    }
  }
  sheet.views = [{ state: "frozen", ySplit: table.note ? 2 : 1 }];
};

/** Tables as one XLSX file, a sheet each: text cells only, wrong ones tinted, the header frozen. */
export const writeXlsx = async (tables: readonly OutTable[]): Promise<Uint8Array> => {
  const book = new exceljs.Workbook();
  for (const table of tables) addTable(book, table);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

/** A spreadsheet as a download under a name in any script. */
export const sheetDownload = (name: string, body: string | Uint8Array): Response =>
  new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: {
      "Content-Type": typeof body === "string" ? `${CSV_TYPE}; charset=utf-8` : XLSX_TYPE,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
