import { rawReader } from "~/platform/db/client.server";
import { matchExpression, searchTokens } from "~/platform/db/text-tokens.server";

/** Where a page ended: by name a place in the order, by words how many were shown. */
export type Cursor = { sortKey: string; row: number } | { shown: number };

export type OrganizationFilter = { words: string; kind: string | null; province: string | null };

/** The highest number of hits that is counted; beyond it the list says "more than". */
export const MOST_COUNTED = 1000;

/** How far a search by words can be paged: whoever looks further needs other words. */
const MOST_RANKED = 400;

type Hit = { row: number; organizationId: string; sortKey: string };
type Statement = { sql: string; values: Record<string, string | number> };

/** Letters alone are the beginning of a name's pinyin, of its initials, or of an English word. */
const LETTERS = /^[a-z0-9][a-z0-9 .&-]*$/i;

const expressionOf = (words: string, join: "all" | "any"): string | null => {
  const text = words.trim();
  if (!LETTERS.test(text)) return matchExpression(searchTokens(text), join);
  return matchExpression(text.toLowerCase().split(/\s+/), join, true);
};

const narrowed = ({
  kind,
  province,
}: OrganizationFilter): { where: string[]; values: Statement["values"] } => ({
  where: [...(kind ? ['s."kind" = @kind'] : []), ...(province ? ['s."provinceCode" = @province'] : [])],
  values: { ...(kind ? { kind } : {}), ...(province ? { province } : {}) },
});

const COLUMNS = 's."row" AS row, s."organizationId" AS organizationId, s."sortKey" AS sortKey';
const MATCHED = '"OrganizationText" JOIN "OrganizationSearch" s ON s."row" = "OrganizationText".rowid';

/** The page after a place in the order of the list: verified first, then by pinyin. */
export const listStatement = (filter: OrganizationFilter, after: Cursor | null, limit: number): Statement => {
  const { where, values } = narrowed(filter);
  const keyset = after && "row" in after ? after : null;
  const all = [...where, ...(keyset ? ['(s."sortKey", s."row") > (@sortKey, @row)'] : [])];
  return {
    sql: `SELECT ${COLUMNS} FROM "OrganizationSearch" s
${all.length > 0 ? `WHERE ${all.join(" AND ")}` : ""} ORDER BY s."sortKey", s."row" LIMIT @limit`,
    values: { ...values, ...keyset, limit },
  };
};

/** Hits of words, the nearest first; a word of the name weighs eight times a word of anything else. House rule. */
export const wordsStatement = (
  filter: OrganizationFilter,
  match: string,
  skip: number,
  limit: number,
): Statement => {
  const { where, values } = narrowed(filter);
  return {
    sql: `SELECT ${COLUMNS} FROM ${MATCHED}
WHERE ${['"OrganizationText" MATCH @match', ...where].join(" AND ")}
ORDER BY bm25("OrganizationText", 8.0, 1.0), s."sortKey" LIMIT @limit OFFSET @skip`,
    values: { ...values, match, skip, limit },
  };
};

const all = ({ sql, values }: Statement): Hit[] => rawReader().prepare(sql).all(values) as Hit[];

const countHits = (filter: OrganizationFilter, match: string | null): number => {
  const { where, values } = narrowed(filter);
  const clauses = [...(match ? ['"OrganizationText" MATCH @match'] : []), ...where];
  const sql = `SELECT count(*) AS total FROM (SELECT 1 FROM ${match ? MATCHED : '"OrganizationSearch" s'}
${clauses.length > 0 ? `WHERE ${clauses.join(" AND ")}` : ""} LIMIT ${MOST_COUNTED + 1})`;
  const row = rawReader()
    .prepare(sql)
    .get({ ...values, ...(match ? { match } : {}) }) as { total: number };
  return row.total;
};

export type SearchedPage = { hits: Hit[]; next: Cursor | null; total: number; loosened: boolean };

const pageByName = (filter: OrganizationFilter, after: Cursor | null, size: number): SearchedPage => {
  const found = all(listStatement(filter, after, size + 1));
  const hits = found.slice(0, size);
  const last = hits.at(-1);
  const next = found.length > size && last ? { sortKey: last.sortKey, row: last.row } : null;
  return { hits, next, total: countHits(filter, null), loosened: false };
};

/**
 * One page of the public list. Goes in: words in Chinese, pinyin, initials or English, the filters, where the last page
 * ended and how many make a page. Comes out: the hits and where to go on. Without words verified parties come first, then
 * by pinyin; with words the nearest first, at most four hundred. When no organization has all the words, one page of
 * those that have some, marked as loosened. The total is counted to a thousand and one.
 */
export const searchPage = (filter: OrganizationFilter, after: Cursor | null, size: number): SearchedPage => {
  if (!filter.words.trim()) return pageByName(filter, after, size);
  const match = expressionOf(filter.words, "all");
  if (!match) return { hits: [], next: null, total: 0, loosened: false };
  const total = countHits(filter, match);
  if (total === 0) {
    const hits = all(wordsStatement(filter, expressionOf(filter.words, "any") ?? match, 0, size));
    return { hits, next: null, total: hits.length, loosened: hits.length > 0 };
  }
  const skip = after && "shown" in after ? Math.min(after.shown, MOST_RANKED) : 0;
  const found = all(wordsStatement(filter, match, skip, size + 1));
  const shown = skip + size;
  const next = found.length > size && shown < MOST_RANKED ? { shown } : null;
  return { hits: found.slice(0, size), next, total, loosened: false };
};
