import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { templateDownload } from "~/organizations/import-template.server";
import { languageOf } from "~/platform/i18n/language";
import { translatorFor } from "~/words/translator.server";
import { OUTCOME_COLUMNS } from "../rules/outcome-columns";

const EXAMPLES: Record<string, string> = {
  studentNumber: "S23000001",
  month: "6",
  destination: "11",
  sameUnit: "1",
  proof: "1",
};

/** An empty table of destinations to fill in, as XLSX or (`?format=csv`) CSV. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireMember(request, context);
  const language = languageOf(request.headers);
  const t = translatorFor(language);
  const format = new URL(request.url).searchParams.get("format") === "csv" ? "csv" : "xlsx";
  const columns = OUTCOME_COLUMNS.map((def) => ({
    def,
    example: EXAMPLES[def.field] ?? "",
    how: t.any(`outcomes.column.${def.field}`),
  }));
  return templateDownload("outcomes", columns, language, format);
};
