import { catalogue } from "~/catalogues/queries/catalogue.server";
import { categoryNames } from "~/catalogues/queries/category-names.server";
import { codeText } from "~/organizations/rules/pick-code";
import { civilDate } from "~/platform/time/clock";
import type { Translator } from "~/words/translate";
import { codedSearch } from "../empty-searches.server";
import { keptQuery } from "../rules/saved-search";
import { readSearch, type SearchQuery } from "../rules/search-query";
import { listingCards } from "./listing-cards.server";
import { nearestAlternatives } from "./nearest-alternatives.server";
import { provinceMap } from "./province-map.server";
import { type SearchResult, searchListings } from "./search-listings.server";
import { demandNearby } from "./unmet-demand.server";

/** What each chosen condition reads as, for "drop this one". */
export const conditionNames = (
  search: SearchQuery,
  found: Pick<SearchResult, "place" | "region" | "major" | "occupation">,
  categories: Record<string, string>,
  t: Translator,
): Record<string, string> => ({
  q: search.q ?? "",
  near: found.place?.name ?? t.any("listings.search.yourPosition"),
  region: found.region?.name ?? "",
  major: found.major?.name ?? "",
  occupation: found.occupation?.name ?? "",
  family: categories[search.family?.slice(0, 2) ?? ""] ?? "",
  industry: search.industry ?? "",
  kind: search.kind.map((kind) => t.any(`listings.kind.${kind}`)).join("、"),
  direction: search.direction ? t.any(`listings.direction.${search.direction}`) : "",
  payMin: search.payMin ? t.any("listings.search.payFrom", { yuan: search.payMin }) : "",
  minors: t.any("listings.search.minors"),
  lodging: t.any("listings.search.lodging"),
  startsFrom: `${t.any("listings.search.startsFrom")} ${search.startsFrom ?? ""}`,
  startsTo: `${t.any("listings.search.startsTo")} ${search.startsTo ?? ""}`,
});

/**
 * Everything the search page shows. In: the address's parameters, the time, the reader's words. Out: cards, counts,
 * facets, map, and where nothing is found the nearest searches that find something.
 */
export const listingsPage = async (params: URLSearchParams, now: Date, t: Translator) => {
  const { search, problems } = readSearch(params);
  const found = await searchListings(search, now);
  const categories = await categoryNames();
  const { majors, occupations } = await catalogue();
  const major = found.major && majors.get(found.major.code);
  const occupation = found.occupation && occupations.get(found.occupation.code);
  const provinces = await provinceMap();
  return {
    search,
    cards: await listingCards(found.items, found.major),
    total: found.total,
    more: found.more,
    facets: found.facets,
    partial: found.facetsPartial,
    anyWord: found.anyWord,
    corrected: found.corrected,
    sort: found.sort,
    canSort: { fit: Boolean(search.q || found.major), distance: found.place !== null },
    nextCursor: found.nextCursor,
    categories,
    provinces,
    names: conditionNames(search, found, categories, t),
    shown: {
      ...(major ? { major: codeText(major) } : {}),
      ...(occupation ? { occupation: codeText(occupation) } : {}),
      ...(found.place?.name ? { near: found.place.name } : {}),
    },
    here: found.region?.code ?? found.place?.code ?? null,
    problems: [...problems, ...found.problems],
    alternatives: found.items.length === 0 ? await nearestAlternatives(search, now) : [],
    kept: keptQuery(params),
    /** The search in codes where it found nothing, for counting what is not met. */
    unmet: found.total === 0 && !search.after ? await codedSearch(search, found) : null,
    demand:
      found.total === 0
        ? await demandNearby(found.region?.code ?? found.place?.code ?? "", civilDate(now))
        : null,
    anything: provinces.some(({ listings }) => listings > 0),
  };
};
