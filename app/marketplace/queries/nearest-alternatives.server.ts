import { RADII, type SearchQuery } from "../rules/search-query";
import { countListings } from "./search-listings.server";

/** A looser search that finds something: which condition is dropped or how far the circle grows, and how many it finds. */
export type Alternative = { drop: Droppable | "radius"; radiusKm?: number; total: number; more: boolean };

const DROPPABLE = [
  "lodging",
  "minors",
  "payMin",
  "startsFrom",
  "startsTo",
  "kind",
  "family",
  "industry",
  "occupation",
  "major",
  "direction",
  "region",
  "near",
  "q",
] as const;
export type Droppable = (typeof DROPPABLE)[number];

const MOST = 3;

const isSet = (search: SearchQuery, name: Droppable): boolean => {
  if (name === "near") return search.near !== undefined || search.lng !== undefined;
  const value = search[name];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
};

const without = (search: SearchQuery, name: Droppable): SearchQuery => {
  if (name === "near") return { ...search, near: undefined, lng: undefined, lat: undefined };
  if (name === "kind") return { ...search, kind: [] };
  if (name === "minors" || name === "lodging") return { ...search, [name]: false };
  return { ...search, [name]: undefined };
};

/**
 * The nearest searches that find something when this one does not. In: the search and the time. Out: at most three: the
 * next wider circle first, then single conditions dropped, those that change least (fewest results) first. House rule.
 */
export const nearestAlternatives = async (search: SearchQuery, now: Date): Promise<Alternative[]> => {
  const found: Alternative[] = [];
  if (isSet(search, "near")) {
    for (const radiusKm of RADII.filter((km) => km > search.radiusKm)) {
      const count = await countListings({ ...search, radiusKm, after: undefined }, now);
      if (count.total === 0) continue;
      found.push({ drop: "radius", radiusKm, ...count });
      break;
    }
  }
  const dropped: Alternative[] = [];
  for (const drop of DROPPABLE) {
    if (!isSet(search, drop)) continue;
    const count = await countListings({ ...without(search, drop), after: undefined }, now);
    if (count.total > 0) dropped.push({ drop, ...count });
  }
  return [...found, ...dropped.sort((a, b) => a.total - b.total)].slice(0, MOST);
};
