import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { sheetDownload } from "~/platform/sheets/write-sheet.server";
import { templateFile } from "../figure-template.server";
import { yearsAsked } from "../queries/indicator-figures.server";
import { maySeeSheets, supplierOf } from "../report-policy";
import { sheetTables } from "../rules/supplied/forms";

/** The empty sheet of a table and year, as XLSX or (`format=csv`) CSV. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeSheets(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const params = new URL(request.url).searchParams;
  const supplier = supplierOf(ctx.actor.organization.kind) ?? "school";
  const table = sheetTables(supplier).find((one) => one === params.get("table"));
  if (!table) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: ctx.actor.organizationId },
    select: { regionCode: true },
  });
  const { name, body } = await templateFile(
    { table, supplier, year: yearsAsked(ctx, params).year, regionCode },
    languageOf(request.headers),
    params.get("format") === "csv" ? "csv" : "xlsx",
  );
  return sheetDownload(name, body);
};
