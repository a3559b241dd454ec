import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Database } from "better-sqlite3";
import MiniSearch from "minisearch";
import { type BenchReport, printReport } from "./report";
import { randomOf, syntheticDatabase } from "./synthetic-listings";

const QUERIES = 300;
const NOW = new Date("2026-11-22T02:00:00Z");
const PLACES = [
  "440113",
  "440306",
  "320583",
  "330106",
  "510104",
  "420106",
  "110105",
  "310115",
  "370202",
  "610113",
];
const KINDS = ["internship", "apprenticeship"] as const;

type Timed = { p50: number; p95: number };

const timesOf = (times: number[]): Timed => {
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  return { p50: at(0.5), p95: at(0.95) };
};

const timed = async (runs: readonly (() => unknown)[]): Promise<Timed> => {
  const times: number[] = [];
  for (const run of runs) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return timesOf(times);
};

/** Words people type: one or two taken from titles, so that every query has an answer somewhere. */
const typedWords = (db: Database): string[] => {
  const titles = db
    .prepare("SELECT title FROM ListingIndex WHERE id % 331 = 7 ORDER BY id LIMIT 300")
    .pluck()
    .all() as string[];
  const random = randomOf(7);
  return titles.map((title) => {
    const [trade = "", form = ""] = title.split(" ");
    const draw = random.next();
    if (draw < 0.4) return trade;
    if (draw < 0.7) return `${trade} ${form}`;
    if (draw < 0.85) return trade.slice(0, Math.max(2, trade.length - 1));
    return form;
  });
};

type Ask = { q: string; near: string; radiusKm: number; kind: string };

/**
 * Search over 100,000 listings: words, a facet and a radius at once, against the same full-text query sent straight to
 * better-sqlite3 (same expression, box and facet, ranked, twenty rows) and against MiniSearch over the same tokens.
 */
export const run = async (): Promise<BenchReport> => {
  const file = syntheticDatabase({ enterprises: 20_000, listings: 100_000 });
  process.env.NODE_ENV = "test";
  process.env.DATA_DIR = path.dirname(file);
  process.env.DATABASE_URL = `file:${file}`;
  const { rawReader, closeDatabase } = await import("~/platform/db/client.server");
  const { findListings, expressionOf } = await import("~/marketplace/queries/search-listings.server");
  const { resolveSearch } = await import("~/marketplace/queries/resolve-search.server");
  const { readSearch } = await import("~/marketplace/rules/search-query");
  const { searchTokens } = await import("~/platform/db/text-tokens.server");
  const db = rawReader() as Database;
  const words = typedWords(db);
  const random = randomOf(99);
  const asks: Ask[] = Array.from({ length: QUERIES }, (_, number) => ({
    q: words[number % words.length] ?? "数控",
    near: random.pick(PLACES),
    radiusKm: random.pick([30, 60, 100, 200]),
    kind: random.pick(KINDS),
  }));
  const searchOf = (ask: Ask) =>
    readSearch(new URLSearchParams({ ...ask, radiusKm: String(ask.radiusKm), sort: "fit" })).search;

  const prepared = await Promise.all(
    asks.map(async (ask) => {
      const { asked } = await resolveSearch(searchOf(ask), "2026-11-22");
      return { ask, match: expressionOf(ask.q) ?? "", near: asked.near };
    }),
  );
  const raw = db.prepare(
    `SELECT i.* FROM ListingText JOIN ListingIndex i ON i.id = ListingText.rowid
       WHERE ListingText MATCH ? AND i.kind = ? AND i.lat BETWEEN ? AND ? AND i.lng BETWEEN ? AND ?
       ORDER BY bm25(ListingText, 6.0, 1.0) LIMIT 20`,
  );
  const rawRuns = prepared.map(
    ({ ask, match, near }) =>
      () =>
        raw.all(match, ask.kind, near?.south, near?.north, near?.west, near?.east),
  );
  const houseRuns = asks.map((ask) => () => findListings(searchOf(ask), NOW));
  await timed(houseRuns.slice(0, 40));
  await timed(rawRuns.slice(0, 40));
  const rawTimes = await timed(rawRuns);
  const house = await timed(houseRuns);
  const wordsOnly = await timed(
    asks.map(
      ({ q }) =>
        () =>
          findListings(readSearch(new URLSearchParams({ q })).search, NOW),
    ),
  );
  const open = await timed(
    asks.slice(0, 100).map(
      ({ kind }) =>
        () =>
          findListings(readSearch(new URLSearchParams({ kind })).search, NOW),
    ),
  );

  const mini = new MiniSearch<{
    id: number;
    title: string;
    body: string;
    kind: string;
    lat: number;
    lng: number;
  }>({
    fields: ["title", "body"],
    storeFields: ["kind", "lat", "lng"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    searchOptions: { combineWith: "AND", boost: { title: 6 } },
  });
  const rows = db
    .prepare(
      `SELECT i.id, i.title, l.summary, i.kind, i.lat, i.lng, o.name AS owner FROM ListingIndex i
       JOIN Listing l ON l.id = i.listingId JOIN Organization o ON o.id = i.organizationId`,
    )
    .all() as {
    id: number;
    title: string;
    summary: string;
    kind: string;
    lat: number;
    lng: number;
    owner: string;
  }[];
  mini.addAll(
    rows.map((row) => ({
      ...row,
      title: searchTokens(row.title).join(" "),
      body: searchTokens(`${row.summary} ${row.owner}`).join(" "),
    })),
  );
  const miniRuns = prepared.slice(0, 100).map(
    ({ ask, near }) =>
      () =>
        mini
          .search(searchTokens(ask.q).join(" "), {
            filter: (row) =>
              row.kind === ask.kind &&
              near !== null &&
              row.lat >= near.south &&
              row.lat <= near.north &&
              row.lng >= near.west &&
              row.lng <= near.east,
          })
          .slice(0, 20),
  );
  const memory = await timed(miniRuns);
  await closeDatabase();

  const overRaw = Math.round((house.p95 / rawTimes.p95) * 100) / 100;
  const overMini = Math.round((memory.p95 / house.p95) * 10) / 10;
  const line = (name: string, { p50, p95 }: Timed) => `${name.padEnd(46)} p50 ${p50} ms   p95 ${p95} ms`;
  return {
    name: "search",
    lines: [
      "100,000 listings, 20,000 enterprises; times of one search",
      line("house: words + facet + radius, with counts", house),
      line("raw: the same full-text query, twenty rows", rawTimes),
      line("MiniSearch: same corpus, tokens and filter", memory),
      line("house: words alone", wordsOnly),
      line("house: a facet alone", open),
    ],
    figures: {
      housep95: house.p95,
      rawp95: rawTimes.p95,
      minisearchp95: memory.p95,
      wordsOnlyp95: wordsOnly.p95,
      facetOnlyp95: open.p95,
    },
    targets: [
      { name: "p95 as a multiple of the raw query (at most)", value: overRaw, target: 2, ok: overRaw <= 2 },
      { name: "times faster than MiniSearch (at least)", value: overMini, target: 10, ok: overMini >= 10 },
    ],
  };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) printReport(await run());
