import type { LoaderFunctionArgs } from "@remix-run/node";
import { templateDownload } from "~/organizations/import-template.server";
import { languageOf } from "~/platform/i18n/language";
import { translatorFor } from "~/words/translator.server";
import { requireSchoolStaff } from "../credit-forms.server";
import { COURSE_COLUMNS, COURSE_EXAMPLE } from "../rules/course-columns";

/** An empty course catalogue to fill in, as XLSX or (`?format=csv`) CSV. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireSchoolStaff(request, context);
  const language = languageOf(request.headers);
  const t = translatorFor(language);
  const format = new URL(request.url).searchParams.get("format") === "csv" ? "csv" : "xlsx";
  const columns = COURSE_COLUMNS.map((def) => ({
    def,
    example: COURSE_EXAMPLE[def.field],
    how: t.any(`credits.sheet.column.${def.field}`),
  }));
  return templateDownload("courses", columns, language, format);
};
