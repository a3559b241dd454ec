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
import { systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerAsEmployer } from "../commands/answer-as-employer.server";
import { employerForm } from "../outcome-schema";
import { employerPage } from "../queries/employer-request.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const limited = await takePoint("signIn", `employer:${context.ip}`);
  if (limited) return throwRefusal(limited);
  const page = await employerPage(params.token ?? "", systemClock.now());
  if (!page) return throwRefusal({ code: "not_found", key: "outcomes.ask.dead" });
  const t = translatorFor(languageOf(request.headers)).room("life");
  return { title: t("employer.title", { name: page.name }), page };
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
  // Not "no-referrer": browsers would then send the form with the origin "null", which is refused.
  { name: "referrer", content: "same-origin" },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const limited = await takePoint("signIn", `employer:${context.ip}`);
  if (limited) return throwRefusal(limited);
  const token = params.token ?? "";
  if (!(await employerPage(token, systemClock.now())))
    return throwRefusal({ code: "not_found", key: "outcomes.ask.dead" });
  const form = await request.formData();
  const stop = form.get("intent") === "stop";
  const parsed = parseForm(form, employerForm);
  if (!stop && !parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const said = parsed.ok
    ? { employed: parsed.value.employed === "yes", satisfaction: parsed.value.satisfaction ?? null }
    : null;
  const answered = await answerAsEmployer(anonymousCtx(context), token, stop || !said ? "stop" : said);
  if (!answered.ok) return throwRefusal(answered.refusal);
  return redirect(`/outcomes/employer/${token}`, 303);
};

/** An employer says, without signing in, whether a graduate works there and how satisfied it is; looking says nothing. */
export default function EmployerAnswer() {
  const t = useWords("life");
  const outcomes = useWords("outcomes");
  const { any } = useTranslator();
  const { title, page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const names = { name: page.name, school: page.school, host: page.host, month: page.month };
  return (
    <div className="page-narrow stack">
      <PageHeader title={title} subtitle={t("employer.lead", names)} />
      {page.answered && <Notice tone="ok">{outcomes("ask.thanks", { date: page.expiresOn })}</Notice>}
      {page.stopped && <Notice tone="ok">{outcomes("ask.stopped")}</Notice>}
      <form method="post" className="form">
        <HiddenField name="intent" value="answer" />
        <RadioGroup
          name="employed"
          label={t("employer.employed", names)}
          required
          inline
          error={errorFor(state, "employed", any)}
          defaultValue={shown(state, "employed", page.said?.employed)}
          options={[
            { value: "yes", label: outcomes("ask.yes") },
            { value: "no", label: outcomes("ask.no") },
          ]}
        />
        <RadioGroup
          name="satisfaction"
          label={t("employer.satisfaction", names)}
          inline
          defaultValue={shown(state, "satisfaction", page.said?.satisfaction)}
          options={["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }))}
        />
        <Button>{outcomes(page.answered ? "ask.correct" : "ask.send")}</Button>
      </form>
      <p className="meta">{t("employer.use")}</p>
      {!page.answered && !page.stopped && (
        <form method="post">
          <HiddenField name="intent" value="stop" />
          <Button look="quiet">{outcomes("ask.stop")}</Button>
        </form>
      )}
    </div>
  );
}
