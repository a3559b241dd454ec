import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { DueDate } from "~/ui/DueDate";
import { Facts } from "~/ui/Facts";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerConcern } from "../commands/answer-concern.server";
import { ConcernStory } from "../components/ConcernStory";
import { concernAnswerForm } from "../concern-schema";
import { concernPage } from "../queries/concerns-list.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const page = await concernPage(actor, params.id ?? "", clock.now());
  if (!page) return throwRefusal(notFound().refusal);
  return { title: translatorFor(languageOf(request.headers)).any(`concerns.kind.${page.kind}`), page };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  if (!(await concernPage(ctx.actor, id, ctx.clock.now()))) return throwRefusal(notFound().refusal);
  const parsed = parseForm(await request.formData(), concernAnswerForm);
  if (!parsed.ok)
    return answerRefusal({ code: "invalid", key: "errors.checkFields" }, { state: parsed.state });
  const answered = await answerConcern(ctx, id, parsed.value);
  if (answered.ok) return redirect(`/concerns/${id}`, 303);
  return answerRefusal(answered.refusal, { state: refusedState(answered.refusal, parsed.typed) });
};

const INTENTS = ["answer", "close", "tellHost"] as const;

/** One concern: what was raised, by when it is answered, what was done, and what the host is told, if anything. */
export default function Concern() {
  const t = useWords("concerns");
  const { any, language } = useTranslator();
  const { title, page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const open = page.state !== "closed";
  const intents = INTENTS.filter((intent) => (intent === "tellHost" ? page.as === "school" : open));
  return (
    <>
      <PageHeader
        trail={[{ href: "/concerns", label: t("title") }]}
        title={title}
        subtitle={`${page.school} · ${page.host}`}
        state={
          <>
            <StateBadge
              tone={page.state === "open" ? "bad" : "ok"}
              word={any(`concerns.state.${page.state}`)}
            />
            {page.state === "open" && (
              <>
                <DueDate due={page.due} now={page.now} />
                <span className="note num">{absoluteText(page.due, language)}</span>
              </>
            )}
          </>
        }
      />
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      <div className="cols">
        <div className="stack">
          <Section id="said" title={t("page.said")}>
            <Facts
              facts={[
                { label: t("page.who"), value: page.student ?? t("page.withheld") },
                { label: t("page.raisedBy"), value: any(`concerns.by.${page.raisedBy}`) },
                {
                  label: t("page.at"),
                  value: <span className="num">{absoluteText(page.raisedAt, language)}</span>,
                },
                { label: t("page.authority"), value: t(page.authorityTold ? "page.told" : "page.notTold") },
              ]}
            />
            <p className="whitespace-pre-line">{page.text || t("page.noText")}</p>
            {page.placementId && <a href={`/placements/${page.placementId}`}>{t("page.placement")}</a>}
          </Section>
          <Section id="done" title={t("page.answers")}>
            <ConcernStory notes={page.notes} />
            {page.hostText && (
              <>
                <h3>{t("page.hostHeard")}</h3>
                <p className="whitespace-pre-line">{page.hostText}</p>
              </>
            )}
          </Section>
        </div>
        <aside className="stack">
          {intents.map((intent) => {
            const own = state?.typed.intent === intent ? state : null;
            return (
              <Section key={intent} id={intent} title={t(`act.${intent}`)}>
                <form method="post" className="form">
                  <HiddenField name="intent" value={intent} />
                  <HiddenField name="version" value={page.version} />
                  <TextArea
                    id={`${intent}-text`}
                    name="text"
                    label={t(`act.${intent}Label`)}
                    hint={t(`act.${intent}Hint`)}
                    rows={3}
                    maxLength={1000}
                    required
                    defaultValue={shown(own, "text")}
                    error={errorFor(own, "text", any)}
                  />
                  <Button look={intent === "answer" ? "primary" : "ghost"}>{t(`act.${intent}`)}</Button>
                </form>
              </Section>
            );
          })}
        </aside>
      </div>
    </>
  );
}
