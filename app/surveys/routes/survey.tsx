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
import { ConfirmButton } from "~/ui/ConfirmButton";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import { endSurvey } from "../commands/end-survey.server";
import { NamedAnswers } from "../components/NamedAnswers";
import { QuestionTable } from "../components/QuestionTable";
import { SchoolTable } from "../components/SchoolTable";
import { SurveyHistory } from "../components/SurveyHistory";
import { SurveyState } from "../components/SurveyState";
import { SurveyTexts } from "../components/SurveyTexts";
import { PHASE_TONE } from "../components/survey-tone";
import { mayAsk } from "../policy";
import { surveyPage } from "../queries/survey-page.server";
import { endForm } from "../schema";
import { requireSurvey } from "../survey-door.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { ctx, scope } = await requireSurvey(request, context, params.id);
  return { page: await surveyPage(ctx, scope), now: ctx.clock.now().toISOString() };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.page.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const { ctx, scope } = await requireSurvey(request, context, params.id);
  const allowed = mayAsk(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const parsed = parseForm(await request.formData(), endForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await endSurvey(ctx, scope.survey.id, parsed.value.version);
  if (done.ok) return redirect(`/surveys/${scope.survey.id}`, 303);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, parsed.typed) });
};

type Page = Awaited<ReturnType<typeof loader>>["page"];

const End = ({ page }: { page: Page }) => {
  const t = useWords("surveys");
  const planned = page.phase === "planned";
  return (
    <form method="post">
      <HiddenField name="version" value={page.version} />
      <ConfirmButton
        id="end"
        look="quiet"
        name="intent"
        value="end"
        label={t(planned ? "page.cancel" : "page.end")}
        question={t(planned ? "page.cancelQuestion" : "page.endQuestion")}
      >
        {t(planned ? "page.cancelText" : "page.endText")}
      </ConfirmButton>
    </form>
  );
};

const Asked = ({ page }: { page: Page }) => {
  const t = useWords("surveys");
  const { language } = useTranslator();
  return (
    <Section id="questions" title={t("page.questions")}>
      <ol className="mt-3 list-inside list-decimal">
        {page.asked.map(({ id, text }) => (
          <li key={id}>{language === "en" ? text.en : text.zh}</li>
        ))}
      </ol>
    </Section>
  );
};

/** One survey: how many answered, and once counted what they said, by question, by school and in their own words. */
export default function Survey() {
  const t = useWords("surveys");
  const { any } = useTranslator();
  const { page, now } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const file = (format: string) => `/surveys/${page.id}/results/${format}`;
  return (
    <>
      <PageHeader
        title={page.title}
        trail={[{ href: "/surveys", label: t("title") }]}
        subtitle={
          <>
            {t("page.by", { owner: page.owner, audience: t(`audience.${page.audience}`) })}
            <span className="num block">{`${page.opensOn} – ${page.closesOn}`}</span>
          </>
        }
        state={
          <>
            <StateBadge tone={PHASE_TONE[page.phase]} word={t(`phase.${page.phase}`)} />
            <Tag>{t(page.anonymous ? "page.anonymous" : "page.named")}</Tag>
          </>
        }
        action={
          <>
            {page.mayPrint && <LinkButton href={`/surveys/${page.id}/sheets`}>{t("page.sheets")}</LinkButton>}
            {page.mayEnd && <End page={page} />}
          </>
        }
      />
      <div className="stack mt-5">
        {state && <FormErrors message={any(state.message.key, state.message.values)} errors={[]} />}
        <div>
          <SurveyState page={page} />
        </div>
        {page.told && (
          <Section
            id="results"
            title={t("page.results")}
            aside={page.earlier && <a href={`/surveys/${page.earlier.id}`}>{t("page.earlier")}</a>}
          >
            <QuestionTable
              questions={page.questions}
              earlierYear={page.earlier?.year ?? null}
              fewest={page.fewest}
            />
            <div className="row no-print mt-4">
              <LinkButton look="ghost" icon="download" href={file("xlsx")} download>
                XLSX
              </LinkButton>
              <LinkButton look="quiet" icon="download" href={file("csv")} download>
                CSV
              </LinkButton>
            </div>
          </Section>
        )}
        {page.bySchool.length > 0 && (
          <Section id="schools" title={t("page.bySchool")}>
            <SchoolTable schools={page.bySchool} counted={page.told} fewest={page.fewest} />
          </Section>
        )}
        {page.told && page.keeps && page.anonymous && (
          <Section id="texts" title={t("page.texts")}>
            <SurveyTexts texts={page.texts} most={page.most} />
          </Section>
        )}
        {page.counted && page.keeps && !page.anonymous && (
          <Section id="named" title={t("page.namedAnswers")}>
            <NamedAnswers named={page.named} asked={page.asked} schools={page.byAuthority} />
          </Section>
        )}
        {(!page.told || !page.anonymous) && <Asked page={page} />}
        {page.history.length > 0 && <SurveyHistory history={page.history} now={now} />}
      </div>
    </>
  );
}
