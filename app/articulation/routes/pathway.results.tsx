import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { ImportUpload } from "~/organizations/components/ImportUpload";
import { receiveImport } from "~/organizations/import-upload.server";
import { read } from "~/platform/db/client.server";
import { refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { recentImports } from "~/platform/imports/import-page.server";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { cohortFor } from "../pathway-access.server";
import { partsOf } from "../plan.server";
import { refuseImporting } from "../policy";
import { RESULT_IMPORT } from "../result-import.server";
import { resultColumns } from "../rules/result-columns";

const guarded = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const found = await cohortFor(read, ctx.actor, params.id ?? "", params.cid ?? "");
  if (!found) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  if (!found.keeps) return throwRefusal({ code: "forbidden", key: "articulation.errors.notYourRoll" });
  const refusal = refuseImporting(ctx.actor);
  return refusal ? throwRefusal(refusal) : { ctx, ...found };
};

export const loader = async (args: LoaderFunctionArgs) => {
  const { ctx, cohort, pathway } = await guarded(args);
  return {
    title: translatorFor(languageOf(args.request.headers)).room("articulation")("import.title"),
    here: `/pathways/${pathway.id}/cohorts/${cohort.id}`,
    pathway: { id: pathway.id, title: pathway.title },
    year: cohort.intakeYear,
    required: resultColumns(partsOf(pathway))
      .map((column) => column.names[0])
      .join("、"),
    recent: await recentImports(ctx.actor.organizationId, "articulation"),
    now: ctx.clock.now().toISOString(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const { ctx, cohort, pathway } = await guarded(args);
  const options = { cohort: cohort.id, pathway: pathway.id, parts: pathway.examParts };
  const started = await receiveImport(args.request, ctx, RESULT_IMPORT, () => ({ ok: true, value: options }));
  if (started.ok) return redirect(`/organization/imports/${started.value.id}`, 303);
  return answerRefusal(started.refusal, { state: refusedState(started.refusal, {}) });
};

/** Scores of the stage examination from a spreadsheet: checked first, row by row. */
export default function ResultImport() {
  const t = useWords("articulation");
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        title={t("import.title")}
        subtitle={t("import.lead")}
        trail={[
          { href: `/pathways/${page.pathway.id}`, label: page.pathway.title },
          { href: page.here, label: t("cohort.title", { year: page.year }) },
        ]}
      />
      <ImportUpload
        kind="articulation"
        required={page.required}
        state={state}
        recent={page.recent}
        now={page.now}
        templates={
          <>
            <LinkButton look="ghost" icon="download" href={`${page.here}/template`} download>
              XLSX
            </LinkButton>
            <LinkButton look="quiet" icon="download" href={`${page.here}/template?format=csv`} download>
              CSV
            </LinkButton>
          </>
        }
      />
    </>
  );
}
