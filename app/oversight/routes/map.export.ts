import type { LoaderFunctionArgs } from "@remix-run/node";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { sheetDownload, writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { civilDate, systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { mapPage } from "../queries/map-page.server";
import { readMapQuery } from "../rules/map-query";

const FIGURES = ["programmes", "seats", "slots", "needs", "bases", "tutors"] as const;

/** The table of the map as CSV or XLSX, for the address's region and filters. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { format } = params;
  if (format !== "export.csv" && format !== "export.xlsx") return throwRefusal(notFound().refusal);
  const today = civilDate(systemClock.now());
  const page = await mapPage(readMapQuery(new URL(request.url).searchParams), today);
  const t = translatorFor(languageOf(request.headers)).room("map");
  const table = {
    name: t(`table.title.${page.level}`),
    headers: [
      t("table.region"),
      ...FIGURES.map((figure) => t(`table.${figure}`)),
      t("table.ratio"),
      t("table.unmet"),
    ],
    rows: page.rows.map((row) => [
      row.name,
      ...FIGURES.map((figure) => String(row[figure])),
      row.ratio === null ? "" : String(row.ratio),
      row.unmet === null
        ? "0"
        : row.unmet.under
          ? t(row.unmet.beside ? "beside" : "under")
          : String(row.unmet.count),
    ]),
  };
  const name = `${t("title")}-${page.trail.at(-1)?.name ?? t("country")}-${today}`;
  return format === "export.csv"
    ? sheetDownload(`${name}.csv`, writeCsv(table))
    : sheetDownload(`${name}.xlsx`, await writeXlsx([table]));
};
