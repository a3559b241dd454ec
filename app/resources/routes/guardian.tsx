import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anonymousCtx } from "~/identity/session.server";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate, systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerForVisitor } from "../commands/answer-for-visitor.server";
import { RefusedResourceForm } from "../components/RefusedResourceForm";
import { guardianPage } from "../queries/guardian-page.server";
import { refusedForm, unreadForm } from "../resource-forms.server";
import { RELATIONS } from "../rules/kinds";
import { guardianForm } from "../schema";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const language = languageOf(request.headers);
  const page = await guardianPage(params.token ?? "", language, civilDate(systemClock.now()));
  const t = translatorFor(language).room("resources");
  const title = page ? t("guardian.title") : t("guardian.dead");
  return data({ title, page }, { status: page ? 200 : 404 });
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found?.title },
  { name: "robots", content: "noindex" },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const limited = await takePoint("register", context.ip);
  if (limited) return throwRefusal(limited);
  const token = params.token ?? "";
  const form = await request.formData();
  const language = languageOf(request.headers);
  if (!(await guardianPage(token, language, civilDate(systemClock.now()))))
    return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const parsed = parseForm(form, guardianForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await answerForVisitor(anonymousCtx(context), { token, language, ...parsed.value });
  return done.ok ? redirect(`/resources/guardian/${token}`, 303) : refusedForm(done.refusal, form);
};

/** A guardian's link: what is asked in plain words, the safety notice, and yes or no. */
export default function GuardianWord() {
  const t = useWords("resources");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  if (!page)
    return (
      <EmptyState level={1} title={t("guardian.dead")}>
        <p>{t("guardian.deadText")}</p>
      </EmptyState>
    );
  const { wording, answer, relation, open } = page;
  return (
    <>
      <PageHeader title={wording.heading} />
      <div className="stack mt-5 max-w-3xl">
        <RefusedResourceForm state={state} />
        {answer && (
          <Notice tone={answer === "given" ? "ok" : "wait"}>
            {any(`resources.guardian.current.${answer}`)}
          </Notice>
        )}
        <div className="grid gap-3">
          {wording.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <Section id="safety" title={t("guardian.safety")}>
          <ul className="grid gap-2 mt-3">
            {wording.safety.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
        <Section id="answer" title={answer ? t("guardian.change") : t("guardian.answerTitle")}>
          {open ? (
            <form method="post" className="form mt-3">
              <TextField
                name="guardian"
                label={t("field.guardian")}
                required
                maxLength={40}
                autoComplete="name"
                defaultValue={shown(state, "guardian")}
                error={errorFor(state, "guardian", any)}
              />
              <SelectField
                name="relation"
                label={t("field.relation")}
                required
                options={RELATIONS.map((value) => ({ value, label: t(`guardian.relation.${value}`) }))}
                defaultValue={shown(state, "relation", relation)}
                error={errorFor(state, "relation", any)}
              />
              <div className="row">
                <Button name="answer" value="given">
                  {t("guardian.agree")}
                </Button>
                <Button look="ghost" name="answer" value="refused">
                  {t("guardian.refuse")}
                </Button>
              </div>
            </form>
          ) : (
            <p className="mt-3">{t("guardian.over")}</p>
          )}
        </Section>
      </div>
    </>
  );
}
