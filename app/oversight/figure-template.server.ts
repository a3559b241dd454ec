import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import type { Language } from "~/platform/i18n/words";
import { type OutTable, writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";
import type { IndicatorTable } from "./rules/indicators/indicator";
import { type SheetField, sheetColumns, templateId } from "./rules/supplied/columns";
import { countingDefinition } from "./rules/supplied/definitions";
import { type Supplier, sheetIndicators, supplyForm } from "./rules/supplied/forms";
import { smallestPlaces } from "./rules/supplied/places";

export type TemplateAsk = {
  table: IndicatorTable;
  supplier: Supplier;
  year: string;
  regionCode: string;
};

/** Amounts by indicator and region (`indicator region`), for a sheet that is filled in already. */
type Filled = ReadonlyMap<string, { numerator: string; denominator: string; note?: string }>;

/**
 * The sheet of a table and year, ready to be filled in: header, a row for each indicator (and place), version and year in
 * every row. Goes in: what is asked for, the language of titles, amounts to fill in (none for an empty sheet). Comes out: the
 * table; `denominator` reads "—" where none is asked for.
 */
export const figureTemplate = async (
  ask: TemplateAsk,
  language: Language,
  filled: Filled = new Map(),
): Promise<OutTable> => {
  const translator = translatorFor(language);
  const t = translator.room("reports");
  const english = language === "en";
  const { regions } = await catalogue();
  const columns = sheetColumns(ask.supplier);
  const places =
    ask.supplier === "school"
      ? [ask.regionCode]
      : smallestPlaces(regions, ask.regionCode).map(({ code }) => code);
  const rows = sheetIndicators(ask.table, ask.supplier).flatMap((indicator) =>
    places.map((region) => {
      const amounts = filled.get(`${indicator.id} ${region}`);
      const said: Record<SheetField, string> = {
        template: templateId(ask.table, ask.supplier),
        year: ask.year,
        indicator: indicator.id,
        title: english ? indicator.title.en : indicator.title.zh,
        definition: countingDefinition(indicator, ask.year).since,
        region,
        place: regionName(regions, region),
        numerator: amounts?.numerator ?? "",
        denominator: amounts?.denominator ?? "",
        unit: t(`unit.${indicator.unit}`),
        note: amounts?.note ?? "",
      };
      return columns.map(({ field }) => said[field]);
    }),
  );
  const table = translator.room("indicators")(`table.${ask.table}`);
  const quotients = sheetIndicators(ask.table, ask.supplier).filter(
    ({ id }) => supplyForm(id)?.form === "quotient",
  );
  return {
    name: `${table} ${ask.year}`,
    note: `${t("sheet.title", { table, year: ask.year })} · ${templateId(ask.table, ask.supplier)} · ${t(
      "sheets.fill",
      {
        count: quotients.length,
      },
    )}`,
    headers: columns.map(({ field }) => t(`column.${field}`)),
    rows,
  };
};

/** The same as a file. Comes out: its name and contents. */
export const templateFile = async (
  ask: TemplateAsk,
  language: Language,
  format: "xlsx" | "csv",
): Promise<{ name: string; body: string | Uint8Array }> => {
  const table = await figureTemplate(ask, language);
  const name = `${table.name.replaceAll(" ", "-")}-${templateId(ask.table, ask.supplier)}.${format}`;
  return { name, body: format === "csv" ? writeCsv(table) : await writeXlsx([table]) };
};
