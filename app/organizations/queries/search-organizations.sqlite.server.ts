import { rawReader } from "~/platform/db/client.server";
import { matchExpression, searchTokens } from "~/platform/db/text-tokens.server";

export type Cursor = { sortKey: string; row: number };

export type OrganizationFilter = { words: string; kind: string | null; province: string | null };

/** The highest number of hits that is counted; beyond it the list says "more than". */
export const MOST_COUNTED = 1000;

type Hit = { row: number; organizationId: string; sortKey: string };

/** Letters alone are the beginning of a name's pinyin, of its initials, or of an English word. */
const LETTERS = /^[a-z0-9][a-z0-9 .&-]*$/i;

const expressionOf = (words: string, join: "all" | "any"): string | null => {
  const text = words.trim();
  if (!LETTERS.test(text)) return matchExpression(searchTokens(text), join);
  return matchExpression(text.toLowerCase().split(/\s+/), join, true);
};

const clauses = (filter: OrganizationFilter, match: string | null) => {
  const where = [
    ...(match
      ? ['s."row" IN (SELECT rowid FROM "OrganizationText" WHERE "OrganizationText" MATCH @match)']
      : []),
    ...(filter.kind ? ['s."kind" = @kind'] : []),
    ...(filter.province ? ['s."provinceCode" = @province'] : []),
  ];
  const values = {
    ...(match ? { match } : {}),
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.province ? { province: filter.province } : {}),
  };
  return { where, values };
};

/** The statement of one page, as the query-plan test reads it too. */
export const pageStatement = (
  filter: OrganizationFilter,
  match: string | null,
  after: Cursor | null,
  limit: number,
) => {
  const { where, values } = clauses(filter, match);
  const keyset = after ? ['(s."sortKey", s."row") > (@sortKey, @row)'] : [];
  const all = [...where, ...keyset];
  return {
    sql: `SELECT s."row" AS row, s."organizationId" AS organizationId, s."sortKey" AS sortKey FROM "OrganizationSearch" s
${all.length > 0 ? `WHERE ${all.join(" AND ")}` : ""} ORDER BY s."sortKey", s."row" LIMIT @limit`,
    values: { ...values, ...(after ? { sortKey: after.sortKey, row: after.row } : {}), limit },
  };
};

const countHits = (filter: OrganizationFilter, match: string | null): number => {
  const { where, values } = clauses(filter, match);
  const sql = `SELECT count(*) AS total FROM (SELECT 1 FROM "OrganizationSearch" s
${where.length > 0 ? `WHERE ${where.join(" AND ")}` : ""} LIMIT ${MOST_COUNTED + 1})`;
  return (rawReader().prepare(sql).get(values) as { total: number }).total;
};

/** The statement of what comes nearest to words no organization has all of: best first, one page, no next. */
export const nearestStatement = (filter: OrganizationFilter, match: string, limit: number) => {
  const { where, values } = clauses(filter, null);
  return {
    sql: `SELECT s."row" AS row, s."organizationId" AS organizationId, s."sortKey" AS sortKey
FROM "OrganizationText" JOIN "OrganizationSearch" s ON s."row" = "OrganizationText".rowid
WHERE ${['"OrganizationText" MATCH @match', ...where].join(" AND ")} ORDER BY "OrganizationText".rank LIMIT @limit`,
    values: { ...values, match, limit },
  };
};

/** How many are shown when only some of the words were found: the nearest, not a long tail. */
const MOST_NEAREST = 20;

const nearest = (filter: OrganizationFilter): Hit[] => {
  const any = expressionOf(filter.words, "any");
  if (!any) return [];
  const { sql, values } = nearestStatement(filter, any, MOST_NEAREST);
  return rawReader().prepare(sql).all(values) as Hit[];
};

/**
 * One page of the public list. Goes in: words in Chinese, pinyin, initials or English, the filters, and where the last
 * page ended. Comes out: the hits in order (verified first, then by pinyin) and how many there are (at most one more
 * than is counted). When no organization has all the words, the nearest that have some, marked as loosened.
 */
export const searchPage = (
  filter: OrganizationFilter,
  after: Cursor | null,
  limit: number,
): { hits: Hit[]; total: number; loosened: boolean } => {
  const match = filter.words.trim() ? expressionOf(filter.words, "all") : null;
  if (filter.words.trim() && !match) return { hits: [], total: 0, loosened: false };
  const total = countHits(filter, match);
  if (total === 0 && match) {
    const hits = nearest(filter);
    return { hits, total: hits.length, loosened: hits.length > 0 };
  }
  const { sql, values } = pageStatement(filter, match, after, limit);
  return { hits: rawReader().prepare(sql).all(values) as Hit[], total, loosened: false };
};
