import { catalogue } from "~/catalogues/queries/catalogue.server";
import { searchTokens } from "~/platform/db/text-tokens.server";
import { englishTerms } from "./queries/english-terms.server";
import { resolveSearch } from "./queries/resolve-search.server";
import { wordGroups } from "./rules/query-words";
import { readSearch } from "./rules/search-query";
import { keysOfSearch, searchTest, type TestedListing } from "./rules/search-test";

export type CompiledSearch = { keys: string[]; test: (listing: TestedListing) => boolean };

/** Different searches kept ready: most people look for the same few hundred things. */
const MOST_KEPT = 20_000;
let kept: { versionId: string; searches: Map<string, CompiledSearch> } | null = null;

/**
 * A kept search ready to be asked of listings: codes, places and words looked up as the search page does. In: its query
 * string, today's civil date (only for what is looked up; days of opening are not asked). Kept while the catalogue stays.
 */
export const compileSearch = async (query: string, today: string): Promise<CompiledSearch> => {
  const { versionId } = await catalogue();
  if (kept?.versionId !== versionId) kept = { versionId, searches: new Map() };
  const known = kept.searches.get(query);
  if (known) return known;
  const { search } = readSearch(new URLSearchParams(query));
  const { asked, narrow } = await resolveSearch(search, today);
  const toTest = {
    words: search.q ? wordGroups(search.q, englishTerms(), searchTokens) : [],
    region: asked.region,
    occupation: asked.occupation,
    industry: asked.industry,
    family: asked.family,
    major: asked.major && {
      code: asked.major.code,
      family: asked.major.family,
      occupations: new Set(asked.major.fits.map(([code]) => code)),
    },
    near: asked.near && { lng: asked.near.lng, lat: asked.near.lat, radiusKm: search.radiusKm },
    startsFrom: asked.startsFrom,
    startsTo: asked.startsTo,
    choice: {
      kinds: narrow.kinds,
      direction: narrow.direction,
      category: search.family ?? null,
      payMinYuan: search.payMin ?? null,
      minors: narrow.minors,
      lodging: narrow.lodging,
    },
  };
  const compiled = { keys: keysOfSearch(toTest), test: searchTest(toTest) };
  if (kept.searches.size >= MOST_KEPT) kept.searches.delete(kept.searches.keys().next().value ?? "");
  kept.searches.set(query, compiled);
  return compiled;
};
