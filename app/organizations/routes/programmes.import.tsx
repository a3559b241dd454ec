import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { recentImports } from "~/platform/imports/import-page.server";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { ImportUpload } from "../components/ImportUpload";
import { headerOf } from "../import-template.server";
import { receiveImport } from "../import-upload.server";
import { mayEditProfile, mayHaveProgrammes } from "../policy";
import { PROGRAMME_IMPORT } from "../programme-import.server";
import { PROGRAMME_COLUMNS } from "../rules/capacity-columns";

const guarded = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  for (const allowed of [mayHaveProgrammes(ctx.actor), mayEditProfile(ctx.actor)]) {
    if (!allowed.ok) throwRefusal(allowed.refusal);
  }
  return ctx;
};

export const loader = async (args: LoaderFunctionArgs) => {
  const ctx = await guarded(args);
  const language = languageOf(args.request.headers);
  return {
    title: translatorFor(language).room("imports")("programmes"),
    required: PROGRAMME_COLUMNS.filter((def) => "required" in def && def.required)
      .map((def) => headerOf(def, language))
      .join("、"),
    now: ctx.clock.now().toISOString(),
    recent: await recentImports(ctx.actor.organizationId, "programmes"),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const ctx = await guarded(args);
  const started = await receiveImport(args.request, ctx, PROGRAMME_IMPORT);
  if (started.ok) return redirect(`/organization/imports/${started.value.id}`, 303);
  return answerRefusal(started.refusal, { state: refusedState(started.refusal, {}) });
};

/** Many programmes at once: upload, check, decide. */
export default function ProgrammesImport() {
  const t = useWords("imports");
  const { title, required, recent, now } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader title={title} trail={[{ href: "/organization/programmes", label: t("back.programmes") }]} />
      <ImportUpload
        kind="programmes"
        required={required}
        state={state}
        recent={recent}
        now={now}
        templates={
          <>
            <LinkButton
              look="ghost"
              icon="download"
              href="/organization/imports/template/programmes"
              download
            >
              {t("template")}
            </LinkButton>
            <LinkButton
              look="quiet"
              icon="download"
              href="/organization/imports/template/programmes?format=csv"
              download
            >
              {t("templateCsv")}
            </LinkButton>
          </>
        }
      />
    </>
  );
}
