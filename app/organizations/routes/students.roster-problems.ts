import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { sheetDownload } from "~/platform/sheets/write-sheet.server";
import { rosterErrorFile } from "../queries/roster-file.server";
import { mayImportRoster } from "../student-policy";

/** An uploaded roster with its problems written beside the rows, to mend in a spreadsheet program. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const file = await rosterErrorFile(ctx, params.id ?? "", languageOf(request.headers));
  return file ? sheetDownload(file.name, file.bytes) : throwRefusal(notFound().refusal);
};
