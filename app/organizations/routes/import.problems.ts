import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { wrongRowsOf } from "~/platform/imports/import-page.server";
import { notFound } from "~/platform/result";
import { sheetDownload, writeCsv } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";
import { mayEditProfile } from "../policy";

/** The rows with problems as a spreadsheet, each with what is wrong beside it, to mend and upload again. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const found = await wrongRowsOf(ctx.actor.organizationId, params.id ?? "");
  if (!found) return throwRefusal(notFound().refusal);
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const words = translatorFor(languageOf(request.headers));
  const t = words.room("imports");
  const headerOf = (field: string) => found.fields.find((one) => one.field === field)?.header ?? field;
  const told = found.rows.map(({ line, cells, findings }) => [
    String(line),
    findings
      .map(({ field, key, values }) => `${field ? `${headerOf(field)}: ` : ""}${words.any(key, values)}`)
      .join("\n"),
    ...found.fields.map(({ field }) => cells[field] ?? ""),
  ]);
  const headers = [t("lineColumn"), t("problemColumn"), ...found.fields.map(({ header }) => header)];
  const name = `${t("problems")} ${found.fileName.replace(/\.\w+$/, "")}.csv`;
  return sheetDownload(name, writeCsv({ headers, rows: told }));
};
