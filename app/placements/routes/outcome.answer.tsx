import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anonymousCtx } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerOutcome } from "../commands/answer-outcome.server";
import { OutcomeForm } from "../components/OutcomeForm";
import { outcomeForm } from "../outcome-schema";
import { outcomePage } from "../queries/outcome-request.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const limited = await takePoint("signIn", `outcome:${context.ip}`);
  if (limited) return throwRefusal(limited);
  const page = await outcomePage(params.token ?? "", systemClock.now());
  if (!page) return throwRefusal({ code: "not_found", key: "outcomes.ask.dead" });
  return { title: translatorFor(languageOf(request.headers)).room("outcomes")("ask.title"), page };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: "robots", content: "noindex" },
  // Not "no-referrer": browsers would then send the form with the origin "null", which is refused.
  { name: "referrer", content: "same-origin" },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const limited = await takePoint("signIn", `outcome:${context.ip}`);
  if (limited) return throwRefusal(limited);
  const token = params.token ?? "";
  if (!(await outcomePage(token, systemClock.now())))
    return throwRefusal({ code: "not_found", key: "outcomes.ask.dead" });
  const form = await request.formData();
  const stop = form.get("intent") === "stop";
  const parsed = parseForm(form, outcomeForm);
  if (!stop && !parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const answer = !stop && parsed.ok ? parsed.value : "stop";
  const outcome = await answerOutcome(anonymousCtx(context), token, answer);
  const typed = parsed.ok ? parsed.typed : {};
  if (!outcome.ok) return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed) });
  return redirect(`/outcomes/${token}`, 303);
};

/** A graduate says what became of them, without signing in; looking at the page says nothing. */
export default function OutcomeAnswerPage() {
  const t = useWords("outcomes");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <div className="page-narrow stack">
      <PageHeader
        title={t("ask.title")}
        subtitle={t("ask.lead", { name: page.name, school: page.school, months: page.month })}
      />
      {page.answered && <Notice tone="ok">{t("ask.thanks", { date: page.expiresOn })}</Notice>}
      {page.stopped && <Notice tone="ok">{t("ask.stopped")}</Notice>}
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: t("ask.answer"),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <OutcomeForm page={page} state={state} />
      <p className="meta">{t("ask.use")}</p>
      {!page.answered && !page.stopped && (
        <form method="post">
          <HiddenField name="intent" value="stop" />
          <Button look="quiet">{t("ask.stop")}</Button>
        </form>
      )}
    </div>
  );
}
