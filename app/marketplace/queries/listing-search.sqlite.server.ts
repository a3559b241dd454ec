import type { Database, Statement } from "better-sqlite3";
import type { CodeRange } from "~/catalogues/rules/regions";
import { rawReader } from "~/platform/db/client.server";
import { LODGING_BIT, MINORS_BIT, SEEK_BIT } from "../rules/facet-bits";
import type { ListingKind } from "../rules/kinds";
import type { Sort } from "../rules/search-query";

/*
 * All SQL of listing search that only SQLite speaks. Another database gives the same three functions.
 * Candidates are bounded everywhere: LIMIT on what is returned, TEXT_SCAN on what a full-text query may rank.
 */

/** How many newest rows a full-text query may rank when it is about more than can be counted. */
export const TEXT_SCAN = 20_000;

/** A search whose places, codes and words are resolved: what the database is asked. */
export type Asked = {
  /** Full-text expression. */
  match: string | null;
  /** Codes between `from` and `before`. */
  region: CodeRange | null;
  occupation: CodeRange | null;
  industry: CodeRange | null;
  /** Class of majors. */
  family: string | null;
  /** The reader's major: its class and how well each occupation fits, best first. */
  major: { code: string; family: string; fits: readonly (readonly [code: string, score: number])[] } | null;
  near: { lng: number; lat: number; west: number; east: number; south: number; north: number } | null;
  startsFrom: string | null;
  startsTo: string | null;
  /** Civil date of today: what is no longer open is not found. */
  today: string;
};

/** What facets narrow by; left out where facets are counted. */
export type Narrowing = {
  kinds: readonly ListingKind[];
  direction: "offer" | "seek" | null;
  /** Bit of a category of majors, 0 for none. */
  category: number;
  payMinFen: number | null;
  minors: boolean;
  lodging: boolean;
};

/** One candidate: id, what facets count, place, pay, and the key of the order asked for. */
export type CandidateRow = [
  id: number,
  facetBits: number,
  lat: number | null,
  lng: number | null,
  payMaxFen: number | null,
  key: number | string,
];

type Sql = { text: string[]; values: (string | number)[] };

/** Weight of a word in the title against one in the text. House rule. */
const RANK = "bm25(ListingText, 6.0, 1.0)";

const keyOf = (asked: Asked, sort: Sort, ranked: string): Sql => {
  if (sort === "date") return { text: ["i.publishedAt"], values: [] };
  if (sort === "pay") return { text: ["COALESCE(i.payMaxFen, -1)"], values: [] };
  if (sort === "distance" && asked.near) {
    const { lng, lat } = asked.near;
    const squeeze = Math.cos((lat * Math.PI) / 180) ** 2;
    return {
      text: ["((i.lat - ?) * (i.lat - ?) + ? * (i.lng - ?) * (i.lng - ?))"],
      values: [lat, lat, squeeze, lng, lng],
    };
  }
  const words = asked.match ? `(-${ranked})` : "0.0";
  if (!asked.major) return { text: [words], values: [] };
  return {
    text: [
      "(0.65 * MAX(COALESCE(f.score, 0.0),",
      "CASE WHEN instr(i.majorCodes, ?) > 0 THEN 1.0",
      "WHEN EXISTS (SELECT 1 FROM ListingIndexFamily m WHERE m.family = ? AND m.indexId = i.id) THEN 0.6 ELSE 0.0 END)",
      `+ 0.35 * ${words} / (${words} + 4.0))`,
    ],
    values: [asked.major.code, asked.major.family],
  };
};

const conditions = (asked: Asked, narrow: Narrowing | null): Sql => {
  const text = ["(i.openUntil IS NULL OR i.openUntil >= ?)"];
  const values: (string | number)[] = [asked.today];
  const add = (condition: string, ...given: (string | number)[]) => {
    text.push(condition);
    values.push(...given);
  };
  if (asked.region) add("i.regionCode >= ? AND i.regionCode < ?", asked.region.from, asked.region.before);
  if (asked.occupation) {
    add("i.occupationCode >= ? AND i.occupationCode < ?", asked.occupation.from, asked.occupation.before);
  }
  if (asked.industry)
    add("i.industryCode >= ? AND i.industryCode < ?", asked.industry.from, asked.industry.before);
  if (asked.family) add("i.id IN (SELECT indexId FROM ListingIndexFamily WHERE family = ?)", asked.family);
  if (asked.near) {
    const { south, north, west, east } = asked.near;
    add("i.lat BETWEEN ? AND ? AND i.lng BETWEEN ? AND ?", south, north, west, east);
  }
  if (asked.startsFrom) add("i.startsOn >= ?", asked.startsFrom);
  if (asked.startsTo) add("i.startsOn <= ?", asked.startsTo);
  if (asked.major) {
    add(
      "(f.score IS NOT NULL OR i.id IN (SELECT indexId FROM ListingIndexFamily WHERE family = ?))",
      asked.major.family,
    );
  }
  if (!narrow) return { text, values };
  if (narrow.kinds.length > 0) add(`i.kind IN (${narrow.kinds.map(() => "?").join(", ")})`, ...narrow.kinds);
  const must =
    (narrow.minors ? MINORS_BIT : 0) |
    (narrow.lodging ? LODGING_BIT : 0) |
    (narrow.direction === "seek" ? SEEK_BIT : 0);
  if (must) add("i.facetBits & ? = ?", must, must);
  if (narrow.direction === "offer") add("i.facetBits & ? = 0", SEEK_BIT);
  if (narrow.category) add("i.facetBits & ? <> 0", narrow.category);
  if (narrow.payMinFen !== null) add("i.payMaxFen >= ?", narrow.payMinFen);
  return { text, values };
};

const fitTable = (asked: Asked): Sql => {
  const fits = asked.major?.fits ?? [];
  if (!asked.major) return { text: [], values: [] };
  if (fits.length === 0) return { text: ["WITH fit(code, score) AS (SELECT '', 0.0 WHERE 0)"], values: [] };
  return {
    text: [`WITH fit(code, score) AS (VALUES ${fits.map(() => "(?, ?)").join(", ")})`],
    values: fits.flat(),
  };
};

const COLUMNS = "i.id, i.facetBits, i.lat, i.lng, i.payMaxFen";

/** The statement of one search. `ordered` ranks and pages in the database; else any rows up to the limit come. */
export const searchSql = (
  asked: Asked,
  options: {
    narrow: Narrowing | null;
    sort: Sort;
    limit: number;
    ordered: boolean;
    after: { key: number | string; id: number } | null;
    /** Only this row: to learn its key of today. */
    only?: number;
  },
): { sql: string; values: (string | number)[] } => {
  const { narrow, sort, limit, ordered, after } = options;
  const scanned = asked.match !== null && ordered;
  const ranks = sort === "fit" && asked.match !== null;
  const key = keyOf(asked, sort, scanned ? "t.rank" : RANK);
  const where = conditions(asked, narrow);
  const fit = fitTable(asked);
  const down = sort === "distance" ? "ASC" : "DESC";
  const beyond = sort === "distance" ? ">" : "<";
  const from = !asked.match
    ? "ListingIndex i"
    : scanned
      ? `(SELECT rowid AS id${ranks ? `, ${RANK} AS rank` : ""} FROM ListingText WHERE ListingText MATCH ? ORDER BY rowid DESC LIMIT ${TEXT_SCAN}) t CROSS JOIN ListingIndex i ON i.id = t.id`
      : "ListingText CROSS JOIN ListingIndex i ON i.id = ListingText.rowid";
  const fromValues = scanned && asked.match ? [asked.match] : [];
  if (asked.match && !scanned) {
    where.text.unshift("ListingText MATCH ?");
    where.values.unshift(asked.match);
  }
  if (options.only !== undefined) {
    where.text.push(asked.match && !scanned ? "ListingText.rowid = ?" : "i.id = ?");
    where.values.push(options.only);
  }
  if (after) {
    const expression = key.text.join(" ");
    where.text.push(`(${expression} ${beyond} ? OR (${expression} = ? AND i.id < ?))`);
    where.values.push(...key.values, after.key, ...key.values, after.key, after.id);
  }
  const sql = [
    ...fit.text,
    `SELECT ${COLUMNS}, ${key.text.join(" ")} AS key FROM ${from}`,
    asked.major ? "LEFT JOIN fit f ON f.code = i.occupationCode" : "",
    `WHERE ${where.text.join(" AND ")}`,
    ordered ? `ORDER BY key ${down}, i.id DESC` : "",
    `LIMIT ${limit}`,
  ]
    .filter(Boolean)
    .join("\n");
  return { sql, values: [...fit.values, ...key.values, ...fromValues, ...where.values] };
};

const prepared = new WeakMap<Database, Map<string, Statement>>();
const STATEMENTS_KEPT = 300;

/** A statement prepared once for a connection; the least lately added go when there are many. */
export const statementFor = (sql: string): Statement => {
  const db = rawReader() as Database;
  let kept = prepared.get(db);
  if (!kept) {
    kept = new Map();
    prepared.set(db, kept);
  }
  let statement = kept.get(sql);
  if (!statement) {
    statement = db.prepare(sql);
    if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value ?? "");
    kept.set(sql, statement);
  }
  return statement;
};

/** Candidate rows of a search, best first where `ordered` is asked; at most `limit`. */
export const searchRows = (asked: Asked, options: Parameters<typeof searchSql>[1]): CandidateRow[] => {
  const { sql, values } = searchSql(asked, options);
  const statement = statementFor(sql);
  return statement.raw().all(...values) as CandidateRow[];
};

const vocabularies = new WeakSet<Database>();

/** In how many listings a word stands: read from the full-text index itself, through a view of this connection only. */
export const listingsWithWord = (word: string): number => {
  const db = rawReader() as Database;
  if (!vocabularies.has(db)) {
    db.exec("CREATE VIRTUAL TABLE temp.ListingWords USING fts5vocab('main', 'ListingText', 'row')");
    vocabularies.add(db);
  }
  const found = statementFor("SELECT doc FROM temp.ListingWords WHERE term = ?").raw(false).get(word);
  return (found as { doc: number } | undefined)?.doc ?? 0;
};

/** Every published listing's facets, counted: one pass over a covering index, kept by the caller for a while. */
export const FACET_TOTALS = "SELECT facetBits, COUNT(*) FROM ListingIndex GROUP BY facetBits";
export const PROVINCE_TOTALS = "SELECT substr(regionCode, 1, 2), COUNT(*) FROM ListingIndex GROUP BY 1";

/** How many published listings there are with each combination of facet bits. */
export const facetTotals = (): [bits: number, count: number][] =>
  statementFor(FACET_TOTALS).raw().all() as [number, number][];
/** How many published listings there are in each province, by its six-digit code. */
export const provinceTotals = (): [province: string, count: number][] =>
  statementFor(PROVINCE_TOTALS).raw().all() as [string, number][];

export type CardRow = {
  id: number;
  listingId: string;
  organizationId: string;
  organizationName: string;
  title: string;
  kind: ListingKind;
  direction: "offer" | "seek";
  facetBits: number;
  regionCode: string;
  lat: number | null;
  lng: number | null;
  occupationCode: string | null;
  majorCodes: string;
  startsOn: string | null;
  openUntil: string | null;
  seats: number | null;
  seatsTaken: number;
  payMinFen: number | null;
  payMaxFen: number | null;
  samePostPayFen: number | null;
  publishedAt: string;
  /** ISO instant at which its owner last said that it stands. */
  confirmedAt: string | null;
  due: number | null;
  answered: number | null;
};

/** What a list shows of some listings with the reply record of their owners, in the order of the ids. */
export const cardRows = (ids: readonly number[]): CardRow[] => {
  if (ids.length === 0) return [];
  const rows = statementFor(
    `SELECT i.id, i.listingId, i.organizationId, o.shortName AS organizationName, i.title, i.kind, i.direction, i.facetBits, i.regionCode,
       i.lat, i.lng, i.occupationCode, i.majorCodes, i.startsOn, i.openUntil, i.seats, i.seatsTaken, i.payMinFen,
       i.payMaxFen, i.samePostPayFen, i.publishedAt, l.confirmedAt, r.due, r.answered
     FROM ListingIndex i LEFT JOIN Listing l ON l.id = i.listingId JOIN Organization o ON o.id = i.organizationId LEFT JOIN ReplyRecord r ON r.organizationId = i.organizationId
     WHERE i.id IN (${ids.map(() => "?").join(", ")})`,
  )
    .raw(false)
    .all(...ids) as CardRow[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};
