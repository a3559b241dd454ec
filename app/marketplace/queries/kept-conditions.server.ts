import { categoryNames } from "~/catalogues/queries/category-names.server";
import { civilDate } from "~/platform/time/clock";
import type { Translator } from "~/words/translate";
import { keptQuery } from "../rules/saved-search";
import { readSearch, type SearchQuery } from "../rules/search-query";
import { conditionNames } from "./listings-page.server";
import { resolveSearch } from "./resolve-search.server";

/** Conditions in the order people say them. */
const ORDER = [
  "q",
  "kind",
  "direction",
  "major",
  "occupation",
  "family",
  "industry",
  "near",
  "region",
  "payMin",
  "startsFrom",
  "startsTo",
  "minors",
  "lodging",
] as const;

const isAsked = (search: SearchQuery, name: (typeof ORDER)[number]): boolean => {
  if (name === "near") return search.near !== undefined || search.lng !== undefined;
  const value = search[name];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
};

/**
 * A search as people read it. In: the search page's parameters, the time, the reader's words. Out: its query as it would be
 * kept ("" where nothing is asked for, null where it is too long) and one phrase for each condition.
 */
export const keptConditions = async (
  params: URLSearchParams,
  now: Date,
  t: Translator,
): Promise<{ query: string | null; conditions: string[] }> => {
  const { search } = readSearch(params);
  const resolved = await resolveSearch(search, civilDate(now));
  const names = conditionNames(search, resolved, await categoryNames(), t);
  const near = t.any("searches.radius", { place: names.near ?? "", km: search.radiusKm });
  return {
    query: keptQuery(params),
    conditions: ORDER.filter((name) => isAsked(search, name))
      .map((name) => (name === "near" ? near : (names[name] ?? "")))
      .filter((text) => text !== ""),
  };
};
