import { distanceKm } from "~/matching/rules/distance";
import { type FacetChoice, facetTest } from "./facet-counts";
import type { WordGroup } from "./query-words";

type Range = { from: string; before: string };

/** A search whose codes, places and words are resolved, ready to be asked of one listing after another. */
export type SearchToTest = {
  words: readonly WordGroup[];
  region: Range | null;
  occupation: Range | null;
  industry: Range | null;
  /** Class of majors. */
  family: string | null;
  major: { code: string; family: string; occupations: ReadonlySet<string> } | null;
  near: { lng: number; lat: number; radiusKm: number } | null;
  startsFrom: string | null;
  startsTo: string | null;
  choice: FacetChoice;
};

/** A published listing as searches ask it. */
export type TestedListing = {
  facetBits: number;
  regionCode: string;
  lat: number | null;
  lng: number | null;
  occupationCode: string | null;
  industryCode: string | null;
  families: readonly string[];
  startsOn: string | null;
  payMaxFen: number | null;
  /** All words it is found by, as the full-text index keeps them. */
  words: ReadonlySet<string>;
};

const within = (code: string | null, range: Range | null): boolean =>
  range === null || (code !== null && code >= range.from && code < range.before);

const PARTS = /[^\p{L}\p{N}]+/u;

/** A word as the full-text index keeps it: "c++" is kept as "c". */
export const indexedParts = (word: string): string[] => word.split(PARTS).filter((part) => part !== "");

/** Kilometres of a degree of latitude, a little less than the least: farther apart than this nothing is near. */
const KM_OF_A_DEGREE = 110;

/**
 * Whether a search would find a listing: the same answer as the search page gives. In: the search, resolved. Out: a test
 * of one listing after another. Days of opening are the caller's matter. House rule: as `queries/listing-search`.
 */
export const searchTest = (search: SearchToTest): ((listing: TestedListing) => boolean) => {
  const facets = facetTest(search.choice);
  const { region, occupation, industry, family, major, near, startsFrom, startsTo } = search;
  const words = search.words.map((group) => group.map((way) => way.flatMap(indexedParts)));
  const degrees = near ? near.radiusKm / KM_OF_A_DEGREE : 0;
  return (listing) => {
    if (facets(listing.facetBits, listing.payMaxFen) !== 0) return false;
    if (!within(listing.regionCode, region) || !within(listing.occupationCode, occupation)) return false;
    if (!within(listing.industryCode, industry)) return false;
    if (family && !listing.families.includes(family)) return false;
    if (startsFrom && (listing.startsOn === null || listing.startsOn < startsFrom)) return false;
    if (startsTo && (listing.startsOn === null || listing.startsOn > startsTo)) return false;
    if (major && !listing.families.includes(major.family)) {
      if (listing.occupationCode === null || !major.occupations.has(listing.occupationCode)) return false;
    }
    if (near && (listing.lat === null || Math.abs(listing.lat - near.lat) > degrees)) return false;
    for (const group of words)
      if (!group.some((way) => way.every((word) => listing.words.has(word)))) return false;
    if (!near) return true;
    const { lng, lat } = listing;
    return lng !== null && lat !== null && distanceKm(near, { lng, lat }) <= near.radiusKm;
  };
};

/** Anything: searches without a key by which few of them could be picked out. */
export const ANYTHING = "*";

const isPrefix = ({ from, before }: Range): boolean =>
  before === `${from.slice(0, -1)}${String.fromCharCode((from.codePointAt(from.length - 1) ?? 0) + 1)}`;

const longest = (way: readonly string[]): string =>
  indexedParts([...way].sort((a, b) => b.length - a.length)[0] ?? "")[0] ?? "";

const wordKeys = (words: readonly WordGroup[]): string[] => {
  const [group] = [...words].sort((a, b) => longest(b[0] ?? []).length - longest(a[0] ?? []).length);
  return (group ?? []).map((way) => `w:${longest(way)}`);
};

/**
 * The keys under which a search waits for listings: a listing it would find has at least one of them. In: the search,
 * resolved. Out: the most telling of occupation, major, class of majors, words, region and industry, else "anything".
 */
export const keysOfSearch = (search: SearchToTest): string[] => {
  const { occupation, major, family, words, region, industry } = search;
  if (occupation && isPrefix(occupation)) return [`o:${occupation.from}`];
  if (words.length > 0) return wordKeys(words);
  if (major) return [`f:${major.family}`, ...[...major.occupations].map((code) => `o:${code}`)];
  if (family) return [`f:${family}`];
  if (region && isPrefix(region)) return [`r:${region.from}`];
  if (industry && isPrefix(industry)) return [`i:${industry.from}`];
  return [ANYTHING];
};

const beginnings = (code: string | null, letter: string): string[] =>
  code === null ? [] : Array.from(code, (_, at) => `${letter}:${code.slice(0, at + 1)}`);

/** Every key under which searches that would find this listing may wait. In: the listing. Out: keys, each once. */
export const keysOfListing = (listing: TestedListing): string[] => [
  ANYTHING,
  ...beginnings(listing.occupationCode, "o"),
  ...beginnings(listing.regionCode, "r"),
  ...beginnings(listing.industryCode, "i"),
  ...[...new Set(listing.families)].map((family) => `f:${family}`),
  ...[...listing.words].map((word) => `w:${word}`),
];
