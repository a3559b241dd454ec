import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { sheetDownload, writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { snapshotTables } from "../components/snapshot-tables";
import { maySeeFigures } from "../policy";
import { snapshotPage } from "../queries/snapshot-page.server";
import { logged, markText } from "../report-log.server";
import { drawableReport } from "../report-sources.server";

/** A snapshot as XLSX (a sheet a table) or CSV (one list), with definitions and the line that says whose copy it is; logged. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeFigures(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const page = await snapshotPage(ctx, params.id ?? "");
  const { format } = params;
  if (!page || (format !== "report.csv" && format !== "report.xlsx"))
    return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const translator = translatorFor(languageOf(request.headers));
  const t = translator.room("indicators");
  const { content, sha256 } = page;
  const subject = await drawableReport(ctx, "snapshot", page.id);
  if (!subject) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const { mark: copy } = await logged(ctx, subject, format === "report.csv" ? "csv" : "xlsx");
  const source = t("snapshot.marked", {
    place: content.place,
    year: content.year,
    asOf: absoluteText(content.asOf, translator.language),
    hash: sha256.slice(0, 16),
  });
  const mark = `${source} · ${markText(copy, translator)}`;
  const tables = snapshotTables(content, mark, translator);
  const name = t("snapshot.file", { place: content.place, year: content.year });
  if (format === "report.xlsx") return sheetDownload(`${name}.xlsx`, await writeXlsx(tables));
  const [first] = tables;
  const rows = [...tables.flatMap((table) => table.rows), [mark]];
  return sheetDownload(`${name}.csv`, writeCsv({ headers: first?.headers ?? [], rows }));
};
