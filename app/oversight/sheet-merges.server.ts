import exceljs from "exceljs";

export type MergedPlace = { line: number; header: string };

const MOST = 50;

/**
 * Cells below the header that are merged with others: nobody can tell which row such a cell belongs to. Goes in: the bytes
 * of an XLSX file that was read before, the line of its header. Comes out: line and header of each, at most fifty.
 */
export const mergedBelow = async (bytes: Uint8Array, headerLine: number): Promise<MergedPlace[]> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet =
    book.worksheets.find((one) => one.state === "visible" && one.actualRowCount > 0) ?? book.worksheets[0];
  const found: MergedPlace[] = [];
  sheet?.eachRow({ includeEmpty: false }, (row, line) => {
    if (line <= headerLine) return;
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (!cell.isMerged || found.length >= MOST) return;
      found.push({ line, header: sheet.getRow(headerLine).getCell(column).text.trim() });
    });
  });
  return found;
};
