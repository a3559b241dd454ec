import type { LoaderFunctionArgs } from "@remix-run/node";
import { templateDownload } from "~/organizations/import-template.server";
import { languageOf } from "~/platform/i18n/language";
import { translatorFor } from "~/words/translator.server";
import { requireSchoolStaff } from "../credit-forms.server";
import { COURSE_COLUMNS, type CourseField } from "../rules/course-columns";

const EXAMPLES: Record<CourseField, string> = {
  code: "G101",
  name: "语文",
  kind: "公共基础",
  major: "",
  credits: "4",
  hours: "72",
  grade: "1",
  term: "1",
  required: "是",
  validFrom: "2026-09-01",
};

/** An empty course catalogue to fill in, as XLSX or (`?format=csv`) CSV. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireSchoolStaff(request, context);
  const language = languageOf(request.headers);
  const t = translatorFor(language);
  const format = new URL(request.url).searchParams.get("format") === "csv" ? "csv" : "xlsx";
  const columns = COURSE_COLUMNS.map((def) => ({
    def,
    example: EXAMPLES[def.field],
    how: t.any(`credits.sheet.column.${def.field}`),
  }));
  return templateDownload("courses", columns, language, format);
};
