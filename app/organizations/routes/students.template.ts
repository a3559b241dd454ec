import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { sheetDownload } from "~/platform/sheets/write-sheet.server";
import { rosterTemplate } from "../queries/roster-file.server";
import { mayImportRoster } from "../student-policy";

/** An empty roster to fill in, as XLSX or (`?format=csv`) CSV. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const format = new URL(request.url).searchParams.get("format") === "csv" ? "csv" : "xlsx";
  const file = await rosterTemplate(ctx, languageOf(request.headers), format);
  return sheetDownload(file.name, file.body);
};
