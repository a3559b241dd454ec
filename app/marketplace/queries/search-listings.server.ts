import { distanceKm } from "~/matching/rules/distance";
import { searchTokens } from "~/platform/db/text-tokens.server";
import { untilWritten } from "~/platform/db/until-written.server";
import type { FieldError } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { countFacets, type FacetChoice, type FacetCounts, facetTest } from "../rules/facet-counts";
import { groupsExpression, type WordGroup, wordGroups } from "../rules/query-words";
import { effectiveSort, type SearchQuery, type Sort } from "../rules/search-query";
import { readCursor, type SearchCursor, writeCursor } from "../search-cursor.server";
import { englishTerms } from "./english-terms.server";
import {
  type Asked,
  type CandidateRow,
  type CardRow,
  cardRows,
  facetTotals,
  listingsWithWord,
  searchRows,
} from "./listing-search.sqlite.server";
import { meantWords } from "./meant-words.sqlite.server";
import { type Place, type Resolved, resolveSearch } from "./resolve-search.server";

/** Beyond this many a search is not counted further: "1 000+". */
export const COUNTED = 1000;
const PAGE = 20;
/** A word in more listings than this does not stand alone when words are looked for one by one. House rule. */
const TELLING = 2000;
const ANSWERS_KEPT = 200;
const TOTALS_KEPT_MS = 30_000;

export type FoundListing = CardRow & { distanceKm: number | null };

export type SearchResult = {
  items: FoundListing[];
  nextCursor: string | null;
  /** At most COUNTED; `more` says that there are others. */
  total: number;
  more: boolean;
  /** Counts of facets; lower bounds when `more`. */
  facets: FacetCounts;
  facetsPartial: boolean;
  /** True when no listing holds all the words and these hold some of them. */
  anyWord: boolean;
  /** What was looked for instead, where what was typed finds nothing and this differs by one character. */
  corrected: string | null;
  sort: Sort;
  place: Place | null;
  major: Resolved["major"];
  occupation: Resolved["occupation"];
  region: Resolved["region"];
  problems: FieldError[];
};

const choiceOf = (search: SearchQuery): FacetChoice => ({
  kinds: search.kind,
  direction: search.direction ?? null,
  category: search.family ?? null,
  payMinYuan: search.payMin ?? null,
  minors: search.minors,
  lodging: search.lodging,
});

let totals: { at: number; rows: [number, number][] } | null = null;

/** Facets of everything that is published: asked by every visitor's first page, so kept for half a minute. */
const allFacets = (): [number, number][] => {
  const now = Date.now();
  if (!totals || now - totals.at > TOTALS_KEPT_MS) totals = { at: now, rows: facetTotals() };
  return totals.rows;
};

/** Forgets the kept totals: for tests and for a process that just published. */
export const forgetTotals = (): void => {
  totals = null;
};

const isUnbounded = (asked: Asked): boolean =>
  !asked.match &&
  !asked.region &&
  !asked.occupation &&
  !asked.industry &&
  !asked.family &&
  !asked.major &&
  !asked.near &&
  !asked.startsFrom &&
  !asked.startsTo;

const passes = (search: SearchQuery) => {
  const test = facetTest(choiceOf(search));
  return ([, bits, , , payMaxFen]: CandidateRow): boolean => test(bits, payMaxFen) === 0;
};

const inCircle =
  (asked: Asked, radiusKm: number) =>
  ([, , lat, lng]: CandidateRow): boolean =>
    !asked.near || (lat !== null && lng !== null && distanceKm(asked.near, { lng, lat }) <= radiusKm);

const inOrder = (sort: Sort) => (a: CandidateRow, b: CandidateRow) => {
  const up = a[5] < b[5] ? -1 : a[5] > b[5] ? 1 : 0;
  return (sort === "distance" ? up : -up) || b[0] - a[0];
};

type Page = {
  rows: CandidateRow[];
  total: number;
  more: boolean;
  facets: FacetCounts;
  facetsPartial: boolean;
};

const counted = (rows: readonly CandidateRow[], search: SearchQuery) =>
  countFacets(
    rows.map((row) => [row[1], 1, row[4]] as const),
    choiceOf(search),
  );

/** Few enough to hold: everything is counted and ordered here, exactly. */
const fromCandidates = (
  candidates: CandidateRow[],
  sort: Sort,
  after: { key: number | string; id: number } | null,
): CandidateRow[] => {
  const compare = inOrder(sort);
  candidates.sort(compare);
  if (!after) return candidates.slice(0, PAGE + 1);
  const last: CandidateRow = [after.id, 0, null, null, null, after.key];
  return candidates.filter((row) => compare(row, last) > 0).slice(0, PAGE + 1);
};

/** Too many to hold: the database orders, and rows outside the circle are passed over page by page. */
const fromDatabase = (
  asked: Asked,
  search: SearchQuery,
  narrow: Resolved["narrow"],
  sort: Sort,
  after: { key: number | string; id: number } | null,
): CandidateRow[] => {
  const found: CandidateRow[] = [];
  const near = inCircle(asked, search.radiusKm);
  let from = after;
  for (let turn = 0; turn < 8 && found.length <= PAGE; turn += 1) {
    const rows = searchRows(asked, { narrow, sort, limit: PAGE + 1, ordered: true, after: from });
    found.push(...rows.filter(near));
    const last = rows.at(-1);
    if (!last || rows.length <= PAGE) break;
    from = { key: last[5], id: last[0] };
  }
  return found.slice(0, PAGE + 1);
};

const pageOf = (
  asked: Asked,
  search: SearchQuery,
  narrow: Resolved["narrow"],
  sort: Sort,
  after: { key: number | string; id: number } | null,
): Page => {
  const circle = inCircle(asked, search.radiusKm);
  if (isUnbounded(asked)) {
    const facets = countFacets(allFacets(), choiceOf(search));
    const rows = fromDatabase(asked, search, narrow, sort, after);
    return { rows, total: facets.total, more: false, facets, facetsPartial: false };
  }
  const broad = searchRows(asked, { narrow: null, sort, limit: COUNTED + 1, ordered: false, after: null });
  const held = broad.filter(circle);
  const facets = counted(held, search);
  if (broad.length <= COUNTED) {
    const chosen = held.filter(passes(search));
    const total = chosen.length;
    return { rows: fromCandidates(chosen, sort, after), total, more: false, facets, facetsPartial: false };
  }
  const narrowed = searchRows(asked, { narrow, sort, limit: COUNTED + 1, ordered: false, after: null });
  if (narrowed.length <= COUNTED) {
    const chosen = narrowed.filter(circle);
    const total = chosen.length;
    return { rows: fromCandidates(chosen, sort, after), total, more: false, facets, facetsPartial: true };
  }
  const rows = fromDatabase(asked, search, narrow, sort, after);
  return { rows, total: COUNTED, more: true, facets, facetsPartial: true };
};

const cards = (ids: readonly number[], asked: Asked): FoundListing[] =>
  cardRows(ids).map((row) => ({
    ...row,
    distanceKm:
      asked.near && row.lat !== null && row.lng !== null
        ? distanceKm(asked.near, { lng: row.lng, lat: row.lat })
        : null,
  }));

/** A text as a full-text expression of all its words; null for a text without words. */
export const expressionOf = (text: string): string | null =>
  groupsExpression(wordGroups(text, englishTerms(), searchTokens), "all");

const listingsWith = (group: WordGroup): number =>
  Math.max(...group.map((way) => Math.min(...way.map(listingsWithWord))));

/** Any of the words, the common ones left out: ranking half of everything would tell nobody anything. */
const looserExpression = (text: string): string | null => {
  const groups = wordGroups(text, englishTerms(), searchTokens);
  const telling = groups.filter((group) => {
    const listings = listingsWith(group);
    return listings > 0 && listings <= TELLING;
  });
  return groups.length > 1 ? groupsExpression(telling, "any") : null;
};

/**
 * Where a page begins today. What a word weighs changes with every listing published, so the key of a fit is asked again;
 * a row that is gone keeps the key it had.
 */
const placeNow = (asked: Asked, sort: Sort, cursor: SearchCursor | null): SearchCursor | null => {
  if (!cursor || sort !== "fit") return cursor;
  const [row] = searchRows(asked, {
    narrow: null,
    sort,
    limit: 1,
    ordered: false,
    after: null,
    only: cursor.id,
  });
  return row ? { ...cursor, key: row[5] } : cursor;
};

/** How many a search would find, up to 1 000, without fetching any: for offering a looser one. */
export const countListings = async (
  search: SearchQuery,
  now: Date,
): Promise<{ total: number; more: boolean }> => {
  const resolved = await resolveSearch(search, civilDate(now));
  const asked: Asked = { ...resolved.asked, match: search.q ? expressionOf(search.q) : null };
  const { total, more } = pageOf(asked, search, resolved.narrow, "date", null);
  return { total, more };
};

/**
 * Finds published listings. In: the search as read from an address, and the time. Out: a page of at most twenty in the
 * order that means something, facet counts, how many in all (up to 1 000), and the cursor of the next page. Words are
 * looked for together; only when no listing holds them all, one by one. A cursor of another order or hand is
 * ignored. House rules throughout.
 */
export const searchListings = (search: SearchQuery, now: Date): Promise<SearchResult> =>
  untilWritten(ANSWERS_KEPT, `${civilDate(now)} ${JSON.stringify(search)}`, () => findListings(search, now));

/** The same, worked out anew each time: what `searchListings` remembers. */
export const findListings = async (search: SearchQuery, now: Date): Promise<SearchResult> => {
  const exact = await findAsTyped(search, now);
  if (!search.q || !(exact.total === 0 || exact.anyWord)) return exact;
  const meant = meantWords(search.q);
  if (!meant) return exact;
  const near = await findAsTyped({ ...search, q: meant }, now);
  return near.total > 0 && !near.anyWord ? { ...near, corrected: meant } : exact;
};

const findAsTyped = async (search: SearchQuery, now: Date): Promise<SearchResult> => {
  const resolved = await resolveSearch(search, civilDate(now));
  const match = search.q ? expressionOf(search.q) : null;
  const asked: Asked = { ...resolved.asked, match };
  const sort = effectiveSort(search.sort, {
    words: match !== null,
    major: asked.major !== null,
    point: asked.near !== null,
  });
  const after = placeNow(asked, sort, readCursor(search.after, sort));
  let page = pageOf(asked, search, resolved.narrow, sort, after);
  let anyWord = false;
  if (match && !after && page.total === 0) {
    const looser = looserExpression(search.q ?? "");
    if (looser) {
      const wider = pageOf({ ...asked, match: looser }, search, resolved.narrow, "fit", null);
      if (wider.total > page.total) {
        page = { ...wider, rows: wider.rows.slice(0, PAGE) };
        anyWord = true;
      }
    }
  }
  const shownRows = page.rows.slice(0, PAGE);
  const last = shownRows.at(-1);
  const hasNext = page.rows.length > PAGE && last !== undefined;
  const { place, major, occupation, region, problems } = resolved;
  return {
    items: cards(
      shownRows.map((row) => row[0]),
      asked,
    ),
    nextCursor: hasNext ? writeCursor({ sort, key: last[5], id: last[0] }) : null,
    total: page.total,
    more: page.more,
    facets: page.facets,
    facetsPartial: page.facetsPartial,
    anyWord,
    corrected: null,
    sort,
    place,
    major,
    occupation,
    region,
    problems,
  };
};
