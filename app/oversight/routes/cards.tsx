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
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { Tabs } from "~/ui/Tabs";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { computeForm } from "../card-schema";
import { askCardComputation } from "../commands/ask-card-computation.server";
import { CardList } from "../components/CardList";
import { YearLinks } from "../components/YearLinks";
import { mayOrder, mayReadCards } from "../policy";
import { cardFilter, cardsList } from "../queries/cards-list.server";
import { scopeOfMember } from "../queries/indicator-figures.server";
import { scopeName } from "../queries/indicators-page.server";
import { CARD_OUTCOMES } from "../rules/cards/judge";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const reads = mayReadCards(ctx.actor);
  if (!reads.ok) throwRefusal(reads.refusal);
  const params = new URL(request.url).searchParams;
  const filter = cardFilter(params);
  return {
    title: translatorFor(languageOf(request.headers)).room("cards")("metaTitle"),
    place: await scopeName(await scopeOfMember(ctx), ctx),
    filter,
    asked: params.has("asked"),
    mayCompute: mayOrder(ctx.actor).ok,
    submissionKey: newId(),
    ...(await cardsList(ctx, filter)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const parsed = parseForm(form, computeForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await askCardComputation(ctx, parsed.value.submissionKey);
  return done.ok
    ? redirect("/oversight/cards?asked=1", 303)
    : answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
};

const address = (filter: { year: string; outcome: string | null }, after?: string): string => {
  const params = new URLSearchParams({ year: filter.year });
  if (filter.outcome) params.set("outcome", filter.outcome);
  if (after) params.set("after", after);
  return `/oversight/cards?${params}`;
};

/** 专业红黄牌: the programmes of a region or a school by what they were found to be. */
export default function Cards() {
  const t = useWords("cards");
  const words = useWords("alerts");
  const { any } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { filter, year, counts } = page;
  const tab = (outcome: (typeof CARD_OUTCOMES)[number]) => ({
    href: address({ year, outcome }),
    label: t(`outcome.${outcome}`),
    current: filter.outcome === outcome,
    count: counts[outcome],
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle", { place: page.place })}
        trail={page.authority ? [{ href: "/oversight", label: words("home.title") }] : []}
      />
      {page.asked && <Notice tone="ok">{t("list.asked")}</Notice>}
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      {page.years.length > 1 && (
        <YearLinks
          year={year}
          years={page.years}
          href={(one) => address({ year: one, outcome: filter.outcome })}
        />
      )}
      <div className="cols">
        <div>
          <Tabs
            label={t("list.tabs")}
            tabs={[
              {
                href: address({ year, outcome: null }),
                label: t("list.cards"),
                current: filter.outcome === null,
                count: counts.red + counts.yellow,
              },
              ...CARD_OUTCOMES.map(tab),
            ]}
          />
          <h2 className="sr-only">{t("title")}</h2>
          <CardList items={page.items} authority={page.authority} />
          {page.items.length === 0 && (
            <EmptyState title={t(filter.outcome ? "list.noneOf" : "list.none")} level={3}>
              <p>{t(filter.outcome ? "list.noneOfText" : "list.noneText")}</p>
            </EmptyState>
          )}
          <Pagination
            {...(filter.after ? { firstHref: address({ year, outcome: filter.outcome }) } : {})}
            {...(page.next ? { nextHref: address({ year, outcome: filter.outcome }, page.next) } : {})}
          />
        </div>
        <aside className="stack">
          <Section id="more" title={t("page.next")}>
            <ul className="mt-3 space-y-2">
              <li>
                <a href="/oversight/proposals">{t("list.proposals")}</a>
              </li>
              <li>
                <a href="/oversight/cards/criteria">{t("list.criteria")}</a>
              </li>
              <li>
                <a href="/programme-cards">{t("list.publicList")}</a>
              </li>
            </ul>
            {page.mayCompute && (
              <form method="post" className="mt-5">
                <HiddenField name="intent" value="compute" />
                <HiddenField name="submissionKey" value={page.submissionKey} />
                <p className="meta mb-2">{t("list.computeText")}</p>
                <Button look="quiet">{t("list.compute")}</Button>
              </form>
            )}
          </Section>
        </aside>
      </div>
    </>
  );
}
