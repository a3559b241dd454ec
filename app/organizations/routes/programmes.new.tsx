import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { CodeField } from "~/ui/form/CodeField";
import { DraftNote } from "~/ui/form/DraftNote";
import { HiddenField } from "~/ui/form/HiddenField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { createProgramme } from "../commands/create-programme.server";
import { ProgrammeErrors } from "../components/ProgrammeErrors";
import { ProgrammeFields } from "../components/ProgrammeFields";
import { mayEditProfile, mayHaveProgrammes } from "../policy";
import { cohortRowCount } from "../rules/cohort-rows";
import { MOST_COHORTS, newProgrammeForm } from "../schema";

const guarded = async (request: Request, context: LoaderFunctionArgs["context"]) => {
  const ctx = await requireMember(request, context);
  for (const allowed of [mayHaveProgrammes(ctx.actor), mayEditProfile(ctx.actor)]) {
    if (!allowed.ok) throwRefusal(allowed.refusal);
  }
  return ctx;
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await guarded(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("organizations")("programmes.new"),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await guarded(request, context);
  const form = await request.formData();
  const more = form.get("intent") === "more";
  const rows = cohortRowCount(0, Number(form.get("rows")) || 0, more, MOST_COHORTS);
  if (more) {
    const state = { typed: typedFrom(form), message: { key: "" }, fields: [] };
    return data({ state, rows, refused: false });
  }
  const parsed = parseForm(form, newProgrammeForm);
  if (!parsed.ok) return data({ state: parsed.state, rows, refused: true }, { status: 422 });
  const { submissionKey, ...programme } = parsed.value;
  const created = await createProgramme(ctx, programme, submissionKey);
  if (created.ok) return redirect("/organization/programmes", 303);
  return answerRefusal(created.refusal, {
    state: refusedState(created.refusal, parsed.typed),
    rows,
    refused: true,
  });
};

/** A new programme of the own school. */
export default function NewProgramme() {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const { submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const state = answer?.state ?? null;
  return (
    <>
      <PageHeader
        title={t("programmes.new")}
        trail={[{ href: "/organization/programmes", label: t("programmes.title") }]}
      />
      <form method="post" className="form mt-6" data-draft="programme-new" data-guard="">
        <DraftNote />
        <ProgrammeErrors state={answer?.refused ? state : null} />
        <HiddenField name="submissionKey" value={state?.typed.submissionKey?.toString() ?? submissionKey} />
        <CodeField
          name="major"
          label={t("programmes.major")}
          hint={t("programmes.majorHint")}
          error={errorFor(state, "major", any)}
          defaultValue={shown(state, "major")}
          suggest="/api/v1/majors?q="
          required
        />
        <ProgrammeFields
          stored={null}
          rows={answer?.rows ?? cohortRowCount(0, 0, false, MOST_COHORTS)}
          state={state}
        />
        <div className="form-end">
          <Button>{t("programmes.add")}</Button>
        </div>
      </form>
    </>
  );
}
