import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { addDays, civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { openSurvey } from "../commands/open-survey.server";
import { SurveyFields } from "../components/SurveyFields";
import { mayAsk } from "../policy";
import { expectedInvitees } from "../queries/expected-invitees.server";
import { AUDIENCES, isAnonymous } from "../rules/template";
import { templateOn } from "../rules/templates";
import { surveyForm } from "../schema";
import { requireAsker } from "../survey-door.server";

const LABELS = {
  audience: "create.audience",
  title: "create.name",
  opensOn: "create.opensOn",
  closesOn: "create.closesOn",
} as const;
const isLabelled = (field: string): field is keyof typeof LABELS => field in LABELS;

const requireOpening = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireAsker(request, context);
  const allowed = mayAsk(ctx.actor);
  return allowed.ok ? ctx : throwRefusal(allowed.refusal);
};

export const loader = async (args: LoaderFunctionArgs) => {
  const ctx = await requireOpening(args);
  const t = translatorFor(languageOf(args.request.headers)).room("surveys");
  const today = civilDate(ctx.clock.now());
  const { id, kind } = ctx.actor.organization;
  return {
    title: t("create.title"),
    submissionKey: newId(),
    today,
    closesOn: addDays(today, 14),
    suggested: t("create.suggested", { year: today.slice(0, 4) }),
    expected: kind === "school" ? await expectedInvitees(id, today) : null,
    templates: AUDIENCES.flatMap((audience) => templateOn(audience, today) ?? []),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const ctx = await requireOpening(args);
  const parsed = parseForm(await args.request.formData(), surveyForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await openSurvey(ctx, parsed.value);
  if (done.ok) return redirect(`/surveys/${done.value.id}`, 303);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, parsed.typed) });
};

/** Opening a survey: whom the records would invite, the days, and every question before it is asked. */
export default function NewSurvey() {
  const t = useWords("surveys");
  const { any, language } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader title={t("create.title")} trail={[{ href: "/surveys", label: t("title") }]} />
      <form method="post" className="form mt-5" data-guard="">
        {state && (
          <FormErrors
            message={any(state.message.key, state.message.values)}
            errors={state.fields.map(({ field, key, values }) => ({
              field,
              label: isLabelled(field) ? t(LABELS[field]) : field,
              message: any(key, values),
            }))}
          />
        )}
        <HiddenField name="submissionKey" value={page.submissionKey} />
        <SurveyFields {...page} state={state} opensOn={page.today} />
        <div>
          <Button>{t("create.act")}</Button>
        </div>
      </form>
      <div className="mt-10">
        <Section id="questions" title={t("create.questions")}>
          <p className="meta mt-3">{t("create.questionsText")}</p>
          {page.templates.map(({ id, audience, questions }) => (
            <details key={id} className="border-b border-(--line) py-3">
              <summary>
                {t(`audience.${audience}`)} · {questions.length}
              </summary>
              <p className="note mt-2">{t(isAnonymous(audience) ? "create.anonymous" : "create.named")}</p>
              <ol className="mt-2 list-inside list-decimal">
                {questions.map((question) => (
                  <li key={question.id}>{language === "en" ? question.text.en : question.text.zh}</li>
                ))}
              </ol>
            </details>
          ))}
        </Section>
      </div>
    </>
  );
}
