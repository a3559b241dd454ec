import type { SameKeys } from "~/platform/i18n/words";
import type { sheets as chinese } from "../zh-CN/sheets";

export const sheets: SameKeys<typeof chinese> = {
  notCsv:
    "Line {{line}} cannot be read; a quotation mark may be missing. Save the file as XLSX in your spreadsheet program and upload it again.",
  notXlsx:
    "This file cannot be opened. Save it as XLSX or CSV in your spreadsheet program; the old .xls format is not read.",
  tooLarge: "The file is too large. Split it (15 MB each at most).",
  empty: "There is nothing in this file. The data must be on the first sheet.",
  onlyHeader: "Only a header was found, no rows.",
  tooManyRows: "More than {{max}} rows. Split the file.",
  tooManyColumns: "More than {{max}} columns. Delete those you do not need.",
  cellTooLong: "A cell on line {{line}} has more than {{max}} characters; a quotation mark may be missing.",
  mark: {
    formula: "this cell is a formula; the value it shows was taken",
    noValue: "this cell is a formula or an error without a usable value",
    lostDigits:
      "the spreadsheet program rounded this long number; make the cell text and type the number again",
  },
};
