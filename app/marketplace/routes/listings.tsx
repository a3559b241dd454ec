import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicPage, publicPageHeaders } from "~/platform/http/public-page.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { ListingCardItem } from "../components/ListingCardItem";
import { ListingFacets } from "../components/ListingFacets";
import { ListingSearchForm } from "../components/ListingSearchForm";
import { NoListings } from "../components/NoListings";
import { ProvinceTiles } from "../components/ProvinceTiles";
import { UnmetDemand } from "../components/UnmetDemand";
import { noteEmptySearch } from "../empty-searches.server";
import { listingsPage } from "../queries/listings-page.server";
import { DEMAND_DAYS } from "../rules/demand";
import { feedQuery, SORTS, searchHref } from "../rules/search-query";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const translator = translatorFor(languageOf(request.headers));
  const { searchParams } = new URL(request.url);
  const now = systemClock.now();
  const { unmet, ...page } = await listingsPage(searchParams, now, translator);
  if (unmet) noteEmptySearch(context, unmet, now);
  return publicPage(request, {
    title: translator.any("listings.search.title"),
    feed: `/feeds/listings.atom${feedQuery(searchParams)}`,
    now: now.toISOString(),
    params: [...searchParams].filter(([, value]) => value !== ""),
    ...page,
  });
};

export const headers: HeadersFunction = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  ...(page
    ? [
        {
          tagName: "link",
          rel: "alternate",
          type: "application/atom+xml",
          title: page.title,
          href: page.feed,
        },
      ]
    : []),
];

/** Public search: words and place above, ways to narrow at the left, results with reasons, the map beside them. */
export default function Listings() {
  const t = useWords("listings");
  const { any } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const params = new URLSearchParams(page.params.map(([name, value]) => [name, value]));
  const count = t(page.more ? "search.countMore" : "search.count", {
    total: page.total.toLocaleString("en"),
  });
  const sorts = SORTS.filter((sort) =>
    sort === "fit" ? page.canSort.fit : sort !== "distance" || page.canSort.distance,
  );
  return (
    <>
      <h1 className="sr-only">{page.title}</h1>
      <ListingSearchForm
        params={page.params}
        shown={page.shown}
        radiusKm={page.search.radiusKm}
        problems={page.problems}
      />
      <div className="cols-three">
        <ListingFacets
          params={params}
          search={page.search}
          counts={page.facets}
          partial={page.partial}
          categories={page.categories}
        />
        <Section
          title={t("search.resultsTitle", { count })}
          id="results"
          aside={
            <nav aria-label={t("search.sort")} className="row">
              {sorts.map((sort) => (
                <a
                  key={sort}
                  href={searchHref(params, { sort })}
                  aria-current={sort === page.sort ? "true" : undefined}
                  className={sort === page.sort ? "font-semibold text-ink" : undefined}
                >
                  {t(`search.sortBy.${sort}`)}
                </a>
              ))}
            </nav>
          }
        >
          {page.corrected && (
            <Notice tone="neutral">
              {any("platform.corrected", { typed: page.search.q ?? "", meant: page.corrected })}
            </Notice>
          )}
          {page.anyWord && <Notice>{t("search.anyWord")}</Notice>}
          {page.cards.map((card) => (
            <ListingCardItem
              key={card.id}
              card={card}
              now={page.now}
              showKind={page.search.kind.length !== 1}
              near={params.get("near")}
            />
          ))}
          {page.cards.length === 0 && (
            <NoListings
              params={params}
              alternatives={page.alternatives}
              names={page.names}
              anything={page.anything}
            />
          )}
          {page.cards.length === 0 && page.anything && (
            <UnmetDemand demand={page.demand} days={DEMAND_DAYS} for="seeker" />
          )}
          {page.partial && <p className="note mt-3">{t("search.partial")}</p>}
          <Pagination
            {...(params.has("after") ? { firstHref: searchHref(params, {}) } : {})}
            {...(page.nextCursor ? { nextHref: searchHref(params, { after: page.nextCursor }) } : {})}
          />
          <p className="note mt-3">
            <a href={page.feed}>{any("seen.feedLink")}</a>
          </p>
        </Section>
        <aside className="stack">
          <div className="row">
            {page.kept && (
              <LinkButton href={`/searches/new?${page.kept}`} look="ghost" rel="nofollow">
                {any("searches.save")}
              </LinkButton>
            )}
            <a href="/searches">{any("searches.toSearches")}</a>
          </div>
          <div className="card">
            <ProvinceTiles
              provinces={page.provinces}
              params={params}
              {...(page.here ? { here: page.here } : {})}
            />
          </div>
        </aside>
      </div>
    </>
  );
}
