import { z } from "zod";
import { read } from "~/platform/db/client.server";
import type { OrganizationQuery } from "../schema";
import { labelsOf } from "./labels.server";
import { type Cursor, MOST_COUNTED, searchPage } from "./search-organizations.sqlite.server";

const PAGE = 20;

const cursorSchema = z.tuple([z.string(), z.number().int()]);

const cursorText = ({ sortKey, row }: Cursor): string =>
  Buffer.from(JSON.stringify([sortKey, row])).toString("base64url");

/** Where a page ended, or null for what is no cursor: the list then begins anew. */
const readCursor = (text: string | undefined): Cursor | null => {
  if (!text) return null;
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return parsed.success ? { sortKey: parsed.data[0], row: parsed.data[1] } : null;
  } catch {
    return null;
  }
};

/**
 * A page of organizations anybody may see: verified ones first, then unclaimed public profiles, each by pinyin. Goes
 * in: words, kind, province, cursor. Comes out: at most twenty items with their region and how many programmes or posts
 * are open, the next cursor, and the total (`more` beyond a thousand).
 */
export const searchOrganizations = async (query: OrganizationQuery) => {
  const filter = { words: query.q ?? "", kind: query.kind ?? null, province: query.province ?? null };
  const { hits, total, loosened } = searchPage(filter, readCursor(query.after), PAGE + 1);
  const shown = hits.slice(0, PAGE);
  const rows = await read.organization.findMany({
    where: { id: { in: shown.map((hit) => hit.organizationId) } },
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
  const items = await Promise.all(
    shown.flatMap((hit) => {
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
  const last = shown.at(-1);
  return {
    items,
    nextCursor: hits.length > PAGE && last ? cursorText(last) : null,
    total: Math.min(total, MOST_COUNTED),
    more: total > MOST_COUNTED,
    loosened,
  };
};

export type OrganizationItem = Awaited<ReturnType<typeof searchOrganizations>>["items"][number];
