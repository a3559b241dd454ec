import type { Translator } from "~/words/translate";
import { INDICATOR_TABLES } from "../rules/indicators/indicator";
import type { KeptFigure, SnapshotContent } from "../rules/indicators/snapshot";
import { figureText } from "./figure-text";

type Table = { name: string; note: string; headers: string[]; rows: string[][] };

/** A snapshot as tables of text: one for each table of indicators, each row with how it was counted. */
export const snapshotTables = (content: SnapshotContent, mark: string, translator: Translator): Table[] => {
  const t = translator.room("indicators");
  const english = translator.language === "en";
  const row = (figure: KeptFigure): string[] => {
    const told = figure.state === "told";
    return [
      t(`table.${figure.table}`),
      english ? figure.title.en : figure.title.zh,
      figureText(figure, figure.unit, t),
      told ? String(figure.numerator) : "",
      told && figure.denominator !== null ? String(figure.denominator) : "",
      figure.exclusions
        .map(({ reason, count }) =>
          t("page.excludedItem", { reason: translator.any(`indicators.exclusion.${reason}`), count }),
        )
        .join("；"),
      [figure.definition, figure.source]
        .flatMap((text) => (text ? [english ? text.en : text.zh] : []))
        .join(english ? " " : ""),
    ];
  };
  return INDICATOR_TABLES.map((table) => ({
    name: t(`table.${table}`),
    note: mark,
    headers: [
      t("tablesLabel"),
      t("column.indicator"),
      t("column.value"),
      t("page.numerator"),
      t("page.denominator"),
      t("page.excluded"),
      t("page.definition"),
    ],
    rows: content.figures.filter((figure) => figure.table === table).map(row),
  }));
};
