import { read } from "~/platform/db/client.server";
import type { LikenessRelation } from "../rules/likeness";
import { keptFacts } from "../trust-schema";

const PAGE = 25;

type Row = Awaited<ReturnType<typeof read.likeness.findMany>>[number];

const named = async (ids: readonly string[]) => {
  const rows = await read.organization.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, kind: true, state: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
};

const shown = async (rows: readonly Row[]) => {
  const organizations = await named(rows.flatMap(({ aId, bId }) => [aId, bId]));
  return rows.flatMap((row) => {
    const a = organizations.get(row.aId);
    const b = organizations.get(row.bId);
    if (!a || !b) return [];
    return [
      {
        id: row.id,
        relation: row.relation as LikenessRelation,
        weight: row.weight,
        facts: keptFacts.parse(JSON.parse(row.facts)),
        state: row.state as "open" | "cleared" | "acted",
        foundAt: row.foundAt.toISOString(),
        note: row.note,
        pair: [a, b],
      },
    ];
  });
};

export type LikenessItem = Awaited<ReturnType<typeof shown>>[number];

/**
 * Pairs of organizations that share telling things, the latest first, twenty-five at a time. Goes in: open ones or those
 * settled, and where the last page ended. Comes out: the pairs with their facts and the next key.
 */
export const likenessList = async (state: "open" | "cleared" | "acted", before: string | null) => {
  const key = before ? await read.likeness.findUnique({ where: { id: before } }) : null;
  const rows = await read.likeness.findMany({
    where: {
      state,
      ...(key
        ? { OR: [{ foundAt: { lt: key.foundAt } }, { foundAt: key.foundAt, id: { lt: key.id } }] }
        : {}),
    },
    orderBy: [{ foundAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  return { items: await shown(page), next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
};

/** The pairs one organization is part of, the latest first, at most twenty. */
export const likenessesOf = async (organizationId: string): Promise<LikenessItem[]> => {
  const [as, bs] = await Promise.all([
    read.likeness.findMany({ where: { aId: organizationId }, take: 20 }),
    read.likeness.findMany({ where: { bId: organizationId }, take: 20 }),
  ]);
  const rows = [...as, ...bs].sort((x, y) => y.foundAt.getTime() - x.foundAt.getTime());
  return shown(rows.slice(0, 20));
};

/** How many pairs wait for the operator, counted to a hundred. */
export const likenessesWaiting = async (): Promise<number> =>
  (await read.likeness.findMany({ where: { state: "open" }, take: 100, select: { id: true } })).length;
