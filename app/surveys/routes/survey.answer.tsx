import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerSurvey } from "../commands/answer-survey.server";
import { AnswerForm } from "../components/AnswerForm";
import { answerPage } from "../queries/answer-page.server";
import { fieldOf } from "../rules/answer";
import { FEWEST_TOLD } from "../rules/figures";

const UNKNOWN = { code: "not_found", key: "surveys.errors.unknownLink" } as const;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const limited = await takePoint("register", `survey:${context.ip}:${params.token}`);
  if (limited) return throwRefusal(limited);
  const page = await answerPage(params.token ?? "", systemClock.now());
  if (!page) return throwRefusal(UNKNOWN);
  return { title: translatorFor(languageOf(request.headers)).room("surveys")("answer.title"), page };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: found?.title },
  { name: "robots", content: "noindex" },
  // Not "no-referrer": browsers would then send the form with the origin "null", which is refused.
  { name: "referrer", content: "same-origin" },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const limited = await takePoint("register", `survey:${context.ip}:${params.token}`);
  if (limited) return throwRefusal(limited);
  const token = params.token ?? "";
  const typed = typedFrom(await request.formData());
  const fields = Object.fromEntries(
    Object.entries(typed).map(([name, said]) => [name, Array.isArray(said) ? said[0] : said]),
  );
  const done = await answerSurvey(systemClock, token, fields);
  if (done.ok) return redirect(`/surveys/answer/${token}`, 303);
  if (done.refusal.code === "not_found") return throwRefusal(done.refusal);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, typed) });
};

type Page = Awaited<ReturnType<typeof loader>>["page"];

/** Why nothing can be answered by this link now. */
const Standing = ({ page }: { page: Page }) => {
  const t = useWords("surveys");
  const { language } = useTranslator();
  if (page.state === "used")
    return (
      <Notice tone="ok">
        <strong>{t("answer.used")}</strong> {t("answer.usedText")}
      </Notice>
    );
  if (page.state === "planned")
    return (
      <Notice tone="wait">
        <strong>{t("answer.planned")}</strong>{" "}
        {t("answer.plannedText", { date: absoluteText(page.opensOn, language) })}
      </Notice>
    );
  return (
    <Notice tone="neutral">
      <strong>{t("answer.ended")}</strong>{" "}
      {t("answer.endedText", { title: page.title, date: absoluteText(page.closesOn, language) })}
    </Notice>
  );
};

/** A survey answered by its link, without signing in; looking at it changes nothing. */
export default function SurveyAnswer() {
  const t = useWords("surveys");
  const { any, language } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const open = page.state === "open";
  const label = (field: string): string => {
    const found = page.questions.find(({ id }) => fieldOf(id) === field);
    const text = found?.text ?? page.freeText;
    return language === "en" ? text.en : text.zh;
  };
  return (
    <div className="page-narrow stack">
      <PageHeader
        title={page.title}
        subtitle={t(page.byAuthority ? "answer.asksAbout" : "answer.asks", {
          owner: page.owner,
          school: page.school,
        })}
      />
      {open ? (
        <div>
          <Notice tone={page.anonymous ? "ok" : "wait"}>
            {page.inNameOf === null
              ? t("answer.anonymous", { count: FEWEST_TOLD })
              : t("answer.named", { name: page.inNameOf, owner: page.owner })}
          </Notice>
          <p className="meta mt-3">
            {t("answer.until", { date: absoluteText(page.closesOn, language) })} · {t("answer.skip")}
          </p>
          {state && (
            <FormErrors
              message={any(state.message.key, state.message.values)}
              errors={state.fields.map(({ field, key, values }) => ({
                field,
                label: label(field),
                message: any(key, values),
              }))}
            />
          )}
          <AnswerForm page={page} state={state} />
        </div>
      ) : (
        <Standing page={page} />
      )}
    </div>
  );
}
