import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { templateDownload } from "~/organizations/import-template.server";
import { languageOf } from "~/platform/i18n/language";
import { translatorFor } from "~/words/translator.server";
import { PAY_COLUMNS } from "../rules/pay-columns";

const EXAMPLES: Record<string, string> = {
  studentNumber: "S23000001",
  month: "2026-10",
  paid: "3600.00",
  paidOn: "2026-11-10",
};

/** An empty table of one month's pay to fill in, as XLSX or (`?format=csv`) CSV. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireMember(request, context);
  const language = languageOf(request.headers);
  const t = translatorFor(language);
  const format = new URL(request.url).searchParams.get("format") === "csv" ? "csv" : "xlsx";
  const columns = PAY_COLUMNS.map((def) => ({
    def,
    example: def.field === "name" ? t.any("pay.exampleName") : (EXAMPLES[def.field] ?? ""),
    how: t.any(`pay.column.${def.field}`),
  }));
  return templateDownload("pay", columns, language, format);
};
