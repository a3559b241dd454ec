import { z } from "zod";
import { read } from "~/platform/db/client.server";
import type { OrganizationQuery } from "../schema";
import type { OrganizationItem } from "../shapes";
import { labelsOf } from "./labels.server";
import { meantName } from "./meant-name.sqlite.server";
import { type Cursor, MOST_COUNTED, searchPage } from "./search-organizations.sqlite.server";

const PAGE = 20;

const cursorSchema = z.union([
  z.object({ sortKey: z.string(), row: z.number().int() }),
  z.object({ shown: z.number().int().min(0) }),
]);

const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

/** Where a page ended, or null for what is no cursor: the list then begins anew. */
const readCursor = (text: string | undefined): Cursor | null => {
  if (!text) return null;
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/**
 * A page of organizations anybody may see: by words the nearest first, else verified ones, then unclaimed public
 * profiles, each by pinyin. Goes in: words, kind, province, cursor. Comes out: at most twenty items with their region and how many programmes or posts
 * are open, the next cursor, and the total (`more` beyond a thousand).
 */
export const searchOrganizations = async (query: OrganizationQuery) => {
  const filter = { words: query.q ?? "", kind: query.kind ?? null, province: query.province ?? null };
  const after = readCursor(query.after);
  const exact = searchPage(filter, after, PAGE);
  const meant = exact.total === 0 || exact.loosened ? meantName(filter.words.trim()) : null;
  const near = meant ? searchPage({ ...filter, words: meant }, after, PAGE) : null;
  const corrected = near && near.total > 0 && !near.loosened ? meant : null;
  const { hits, next, total, loosened } = corrected && near ? near : exact;
  const rows = await read.organization.findMany({
    where: { id: { in: hits.map((hit) => hit.organizationId) } },
    select: {
      id: true,
      kind: true,
      state: true,
      name: true,
      regionCode: true,
      industryCode: true,
      schoolLevel: true,
      ownership: true,
      employees: true,
      _count: { select: { posts: { where: { closedAt: null } }, programmes: { where: { closedAt: null } } } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items: OrganizationItem[] = await Promise.all(
    hits.flatMap((hit) => {
      const row = byId.get(hit.organizationId);
      return row
        ? [
            labelsOf(row).then((labels) => ({
              ...row,
              ...labels,
              posts: row._count.posts,
              programmes: row._count.programmes,
            })),
          ]
        : [];
    }),
  );
  return {
    items,
    nextCursor: next ? cursorText(next) : null,
    total: Math.min(total, MOST_COUNTED),
    more: total > MOST_COUNTED,
    loosened,
    /** What was looked for instead, where what was typed finds nothing and this differs by one character. */
    corrected,
  };
};
