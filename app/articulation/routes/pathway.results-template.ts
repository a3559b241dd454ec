import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/identity/session.server";
import { templateDownload } from "~/organizations/import-template.server";
import { read } from "~/platform/db/client.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { translatorFor } from "~/words/translator.server";
import { cohortFor } from "../pathway-access.server";
import { partsOf } from "../plan.server";
import { refuseKeeping } from "../policy";
import { resultColumns } from "../rules/result-columns";

/** An empty table of scores for one cohort, as XLSX or (`?format=csv`) CSV. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor } = await requireMember(request, context);
  const found = await cohortFor(read, actor, params.id ?? "", params.cid ?? "");
  if (!found) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const refusal = found.keeps ? refuseKeeping(actor) : null;
  if (!found.keeps) return throwRefusal({ code: "forbidden", key: "articulation.errors.notYourRoll" });
  if (refusal) return throwRefusal(refusal);
  const language = languageOf(request.headers);
  const t = translatorFor(language).room("articulation");
  const parts = partsOf(found.pathway);
  const columns = resultColumns(parts).map((def, at) => ({
    def,
    example: at === 0 ? "S24000001" : "82.5",
    how: at === 0 ? t("import.number") : t("import.score", { part: parts[at - 1]?.name ?? "" }),
  }));
  const format = new URL(request.url).searchParams.get("format") === "csv" ? "csv" : "xlsx";
  return templateDownload("stage-examination", columns, language, format);
};
