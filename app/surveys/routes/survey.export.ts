import type { LoaderFunctionArgs } from "@remix-run/node";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { sheetDownload, writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";
import { resultTables } from "../components/result-tables";
import { surveyPage } from "../queries/survey-page.server";
import { requireSurvey } from "../survey-door.server";

/** The results of a counted survey as XLSX (questions, schools, texts) or CSV (questions); none while nothing is told. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { ctx, scope } = await requireSurvey(request, context, params.id);
  const { format } = params;
  const page = await surveyPage(ctx, scope, true);
  if (!page.told || (format !== "csv" && format !== "xlsx"))
    return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const translator = translatorFor(languageOf(request.headers));
  const tables = resultTables(page, translator);
  const name = translator.room("surveys")("file.name", { title: page.title });
  const [questions] = tables;
  return format === "xlsx" || !questions
    ? sheetDownload(`${name}.xlsx`, await writeXlsx(tables))
    : sheetDownload(`${name}.csv`, writeCsv(questions));
};
