import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openGraph } from "~/platform/http/open-graph";
import { publicPage, publicPageHeaders } from "~/platform/http/public-page.server";
import { sharedPage } from "~/platform/http/shared-page.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { FrontDoors } from "../components/FrontDoors";
import { FrontHow } from "../components/FrontHow";
import { ListingCardItem } from "../components/ListingCardItem";
import { ListingSearchForm } from "../components/ListingSearchForm";
import { ProvinceTiles } from "../components/ProvinceTiles";
import { frontFigures } from "../queries/front-figures.server";
import { listingCards } from "../queries/listing-cards.server";
import { provinceMap } from "../queries/province-map.server";
import { searchListings } from "../queries/search-listings.server";
import { readSearch } from "../rules/search-query";

const SHOWN = 6;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const t = translatorFor(languageOf(request.headers));
  const now = systemClock.now();
  const { search } = readSearch(new URLSearchParams());
  const found = await searchListings(search, now);
  const title = `${t.any("platform.name")} · ${t.any("platform.tagline")}`;
  const description = t.any("seen.frontDescription");
  return publicPage(request, {
    shared: sharedPage("/", { title, description, site: t.any("seen.site"), language: t.language }),
    title,
    now: now.toISOString(),
    cards: await listingCards(found.items.slice(0, SHOWN)),
    radiusKm: search.radiusKm,
    figures: await frontFigures(),
    provinces: await provinceMap(),
  });
};

export const headers: HeadersFunction = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: page.title }, ...openGraph(page.shared)] : [];

/** The public front: find what is near, see that it is alive, know how it works, come in by one of three doors. */
export default function Front() {
  const t = useWords("listings");
  const { now, cards, radiusKm, figures, provinces } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <div>
        <h1 className="text-[26px] leading-snug md:text-[34px]">{t("front.title")}</h1>
        <p className="meta mt-2 mb-5 max-w-[46em]">{t("front.lead")}</p>
        <ListingSearchForm params={[]} radiusKm={radiusKm} short />
      </div>
      <div className="cols">
        <Section title={t("front.newest")} id="newest" aside={<a href="/listings">{t("front.seeAll")}</a>}>
          {cards.map((card) => (
            <ListingCardItem key={card.id} card={card} now={now} />
          ))}
          {cards.length === 0 && <EmptyState title={t("front.empty")} />}
        </Section>
        <aside className="stack">
          <Section title={t("front.numbers")} id="numbers">
            <StatRow>
              <Stat
                value={figures.listings.toLocaleString("en")}
                label={t("front.numberListings")}
                href="/listings"
              />
              <Stat
                value={figures.seats.toLocaleString("en")}
                label={t("front.numberSeats")}
                href="/listings"
              />
              <Stat
                value={figures.enterprises.toLocaleString("en")}
                label={t("front.numberEnterprises")}
                href="/organizations?kind=enterprise"
              />
              <Stat
                value={figures.schools.toLocaleString("en")}
                label={t("front.numberSchools")}
                href="/organizations?kind=school"
              />
              {figures.due > 0 && (
                <Stat
                  value={figures.answered.toLocaleString("en")}
                  label={t("front.numberAnswered")}
                  numerator={figures.answered}
                  denominator={figures.due}
                />
              )}
            </StatRow>
          </Section>
          <ProvinceTiles provinces={provinces} params={new URLSearchParams()} />
        </aside>
      </div>
      <FrontHow />
      <FrontDoors />
    </div>
  );
}
