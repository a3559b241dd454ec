import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { UPLOAD_LIMIT_BYTES } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { FormErrors } from "~/ui/form/FormErrors";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { Timeline } from "~/ui/Timeline";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import { actOnCard } from "../card-actions.server";
import { CardAnswers } from "../components/CardAnswers";
import { CardDefinitions } from "../components/CardDefinitions";
import { CardFacts } from "../components/CardFacts";
import { CardFigures } from "../components/CardFigures";
import { CardAnswerForm, CardDecision } from "../components/CardForms";
import { cardEntries, OUTCOME_TONES } from "../components/card-words";
import { mayPropose, mayReadCards } from "../policy";
import { cardPage } from "../queries/card-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const reads = mayReadCards(ctx.actor);
  if (!reads.ok) throwRefusal(reads.refusal);
  const page = await cardPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return {
    title: `${page.name} · ${page.school.name}`,
    now: ctx.clock.now().toISOString(),
    page,
    mayAnswer: page.own && page.state === "draft" && mayPropose(ctx.actor).ok,
    mayPropose: page.own && mayPropose(ctx.actor).ok,
    submissionKey: newId(),
    maxBytes: UPLOAD_LIMIT_BYTES,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const done = await actOnCard(ctx, params.id ?? "", request);
  return "to" in done ? redirect(done.to, 303) : data({ state: done.state }, { status: done.status });
};

const LABELS: Record<string, string> = {
  text: "answer",
  file: "answerFile",
  note: "note",
  reason: "withdrawReason",
};

/** One programme's card: what it is, by which figures and criteria, what the school says, what is next. */
export default function Card() {
  const t = useWords("cards");
  const translator = useTranslator();
  const { any, language } = translator;
  const {
    page,
    now,
    mayAnswer,
    mayPropose: proposes,
    submissionKey,
    maxBytes,
  } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const by = { by: page.authority ?? "" };
  return (
    <>
      <PageHeader
        title={page.name}
        trail={[{ href: `/oversight/cards?year=${page.year}`, label: t("title") }]}
        subtitle={`${page.school.name} · ${page.year}`}
        state={
          <>
            <StateBadge tone={OUTCOME_TONES[page.outcome]} word={t(`outcome.${page.outcome}`)} />
            <Tag>{t(`state.${page.state}`)}</Tag>
          </>
        }
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`cards.page.${LABELS[one.field] ?? "decide"}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="stack mt-4">
        <p className="max-w-3xl">{t(`page.what.${page.outcome}`)}</p>
        {page.state === "published" && page.published && (
          <Notice>
            {t("page.published", { date: absoluteText(page.published.on, language), ...by })}{" "}
            {page.published.note}
          </Notice>
        )}
        {page.withdrawn && (
          <Notice tone="ok">
            {t("page.withdrawn", { date: absoluteText(page.withdrawn.on, language), ...by })}{" "}
            {page.withdrawn.reason}
          </Notice>
        )}
        <Section id="figures" title={t("page.figures")}>
          <CardFigures
            figures={page.figures}
            rowsHref={(measure) => `/oversight/cards/${page.id}/rows?measure=${measure}`}
          />
          <CardDefinitions />
        </Section>
      </div>
      <div className="cols">
        <div className="stack">
          {mayAnswer && (
            <CardAnswerForm page={page} state={state} submissionKey={submissionKey} maxBytes={maxBytes} />
          )}
          {(page.mayPublish || page.mayWithdraw) && <CardDecision page={page} state={state} />}
          {page.state !== "kept" && <CardAnswers page={page} now={now} />}
        </div>
        <aside className="stack">
          {proposes && (
            <Section id="next" title={t("page.next")}>
              <p className="mt-3">
                <LinkButton href={`/oversight/proposals/new?card=${page.id}`} look="quiet">
                  {t("page.propose")}
                </LinkButton>
              </p>
            </Section>
          )}
          <CardFacts page={page} />
          <Section id="history" title={t("page.history")}>
            <Timeline entries={cardEntries(page.events, "events", translator)} now={now} />
          </Section>
        </aside>
      </div>
    </>
  );
}
