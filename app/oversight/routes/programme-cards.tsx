import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { regionRange } from "~/catalogues/rules/regions";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { CardDefinitions } from "../components/CardDefinitions";
import { CriteriaTable } from "../components/CriteriaTable";
import { groundsText, OUTCOME_TONES, percentText } from "../components/card-words";
import { publishedCards } from "../queries/cards-list.server";
import { CARD_CRITERIA } from "../rules/cards/criteria";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const params = new URL(request.url).searchParams;
  const region = params.get("region") ?? "";
  const known = /^\d{6}$/.test(region) ? regionRange(region) : null;
  const after = params.get("after");
  return {
    title: translatorFor(languageOf(request.headers)).room("cards")("public.metaTitle"),
    region: known ? region : null,
    after,
    criteria: CARD_CRITERIA,
    ...(await publishedCards(known && { gte: known.from, lt: known.before }, after)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The cards authorities have published, for anybody, with the criteria; programmes only. */
export default function PublishedCards() {
  const t = useWords("cards");
  const { language } = useTranslator();
  const { items, next, after, region, criteria } = useLoaderData<typeof loader>();
  const address = (key?: string): string => {
    const params = new URLSearchParams();
    if (region) params.set("region", region);
    if (key) params.set("after", key);
    return params.size > 0 ? `/programme-cards?${params}` : "/programme-cards";
  };
  return (
    <>
      <PageHeader title={t("public.title")} subtitle={t("public.subtitle")} />
      <div className="mt-5">
        <h2 className="sr-only">{t("list.cards")}</h2>
        {items.map((item) => (
          <article key={item.id} className="item">
            <div>
              <h3>
                {item.name} <span className="num text-faint">{item.majorCode}</span>
              </h3>
              <p className="meta">
                {item.school} · {item.place} · {item.year}
                {" · "}
                {t("public.by", { by: item.by, date: absoluteText(item.publishedOn ?? "", language) })}
              </p>
              <ul className="mt-1 text-sm">
                {item.against.map((one) => (
                  <li key={one.id}>
                    {groundsText([one.id], language)}{" "}
                    {one.value !== null && <b className="num">{percentText(one.value)}</b>}{" "}
                    <span className="meta">
                      {t(`public.${one.verdict}`, { line: percentText(one.line) })}
                      {one.source !== "house" && ` · ${one.source}`}
                    </span>
                  </li>
                ))}
              </ul>
              {item.note && <p className="mt-1 text-sm">{item.note}</p>}
            </div>
            <div className="row">
              <StateBadge tone={OUTCOME_TONES[item.outcome]} word={t(`outcome.${item.outcome}`)} />
            </div>
          </article>
        ))}
        {items.length === 0 && (
          <EmptyState title={t("public.none")} level={3}>
            <p>{t("public.noneText")}</p>
          </EmptyState>
        )}
        <Pagination
          {...(after ? { firstHref: address() } : {})}
          {...(next ? { nextHref: address(next) } : {})}
        />
        <div className="mt-8">
          <Section id="criteria" title={t("public.criteria")}>
            <p className="meta mt-3">{t("public.criteriaText")}</p>
            <CriteriaTable criteria={criteria} />
            <CardDefinitions />
          </Section>
        </div>
      </div>
    </>
  );
}
