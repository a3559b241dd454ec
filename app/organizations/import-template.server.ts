import type { Language } from "~/platform/i18n/words";
import type { ColumnDef } from "~/platform/sheets/columns";
import { sheetDownload, writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";

export type TemplateColumn = { def: ColumnDef; example: string; how: string };

const LATIN = /^[\x20-\x7e]+$/;

/** What a column is called in a template: the first name, for English readers the first in Latin letters. */
export const headerOf = ({ names }: ColumnDef, language: Language): string =>
  (language === "en" ? names.find((name) => LATIN.test(name)) : undefined) ?? names[0] ?? "";

/** An empty table to fill in, with an example row and a sheet that says how; as XLSX, or as CSV without that sheet. */
export const templateDownload = async (
  name: string,
  columns: readonly TemplateColumn[],
  language: Language,
  format: "xlsx" | "csv",
): Promise<Response> => {
  const t = translatorFor(language).room("imports");
  const headers = columns.map(({ def }) => headerOf(def, language));
  const rows = [columns.map(({ example }) => example)];
  if (format === "csv") return sheetDownload(`${name}.csv`, writeCsv({ headers, rows }));
  const how = columns.map(({ def, how: text }) => [
    headerOf(def, language),
    def.required ? t("must") : "",
    text,
  ]);
  const file = await writeXlsx([
    { name: t("templateSheet"), headers, rows, note: t("templateNote") },
    { name: t("howSheet"), headers: [t("howColumn"), t("howMust"), t("howFill")], rows: how },
  ]);
  return sheetDownload(`${name}.xlsx`, file);
};
