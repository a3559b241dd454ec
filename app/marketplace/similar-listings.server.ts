import type { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { searchTokens } from "~/platform/db/text-tokens.server";
import { factsOfRow, printKeys } from "./listing-prints.server";
import {
  isCopied,
  isRepeated,
  type Likeness,
  type LikenessFacts,
  type LikenessPrint,
  likeness,
  printOf,
} from "./rules/listing-likeness";

type Reader = {
  [M in "listing" | "listingPrint"]: Pick<(typeof read)[M] & Tx[M], "findMany">;
};

/** How many standing listings one block, title or text is compared with, the newest first. */
const MOST_OF_A_BLOCK = 100;
const MOST_OF_A_TITLE = 500;
const MOST_OF_A_TEXT = 20;

const COMPARED = {
  id: true,
  organizationId: true,
  kind: true,
  direction: true,
  title: true,
  summary: true,
  regionCode: true,
  occupationCode: true,
  startsOn: true,
  endsOn: true,
  majors: { select: { family: true }, take: 20, orderBy: { majorCode: "asc" } },
} as const;

export type Similar = { id: string; title: string; organizationId: string; likeness: Likeness };

type Held = { id: string; organizationId: string; print: LikenessPrint };

const heldOf = async (db: Reader, ids: readonly string[]): Promise<Held[]> => {
  if (ids.length === 0) return [];
  const rows = await db.listing.findMany({
    where: { id: { in: [...new Set(ids)] } },
    orderBy: { id: "desc" },
    take: MOST_OF_A_TITLE + MOST_OF_A_BLOCK,
    select: COMPARED,
  });
  return rows.map((row) => ({
    id: row.id,
    organizationId: row.organizationId,
    print: printOf(factsOfRow(row), searchTokens),
  }));
};

const similarTo = (held: Held, print: LikenessPrint): Similar => ({
  id: held.id,
  title: held.print.facts.title,
  organizationId: held.organizationId,
  likeness: likeness(held.print, print),
});

/** Tells for one listing after another whether its organization has it already; what it was told of counts from then on. */
export type RepeatFinder = (listing: { id: string | null; facts: LikenessFacts }) => Similar | null;

/**
 * Opens the standing listings of an organization that some new ones could repeat: those with the same titles, and the
 * newest hundred of the same kind, occupation and place. In: a reader, the organization, the facts of the new ones. Out: a
 * finder. What is read is bounded however much is stored.
 */
export const openRepeats = async (
  db: Reader,
  organizationId: string,
  facts: readonly LikenessFacts[],
): Promise<RepeatFinder> => {
  const keys = facts.map(printKeys);
  const [titled, near] =
    keys.length === 0
      ? [[], []]
      : await Promise.all([
          db.listingPrint.findMany({
            where: { organizationId, titleKey: { in: [...new Set(keys.map(({ titleKey }) => titleKey))] } },
            orderBy: { listingId: "desc" },
            take: MOST_OF_A_TITLE,
            select: { listingId: true },
          }),
          db.listingPrint.findMany({
            where: { organizationId, block: { in: [...new Set(keys.map(({ block }) => block))] } },
            orderBy: { listingId: "desc" },
            take: MOST_OF_A_BLOCK,
            select: { listingId: true },
          }),
        ]);
  const held = await heldOf(
    db,
    [...titled, ...near].map(({ listingId }) => listingId),
  );
  return ({ id, facts: asked }) => {
    const print = printOf(asked, searchTokens);
    for (const other of held) {
      if (other.id === id || other.print.figures !== print.figures) continue;
      const similar = similarTo(other, print);
      if (isRepeated(similar.likeness)) return similar;
    }
    if (id === null) held.push({ id: "", organizationId, print });
    return null;
  };
};

/**
 * Standing listings of others whose text this one repeats. In: a reader, the organization, the facts. Out: at most three,
 * the most alike first. Compared are the same text anywhere and the newest hundred of the same kind, occupation and place.
 */
export const copiedFrom = async (
  db: Reader,
  organizationId: string,
  facts: LikenessFacts,
): Promise<Similar[]> => {
  const { block, textKey } = printKeys(facts);
  if (textKey === "") return [];
  const not = { not: organizationId };
  const [same, near] = await Promise.all([
    db.listingPrint.findMany({
      where: { textKey, organizationId: not },
      orderBy: { listingId: "desc" },
      take: MOST_OF_A_TEXT,
      select: { listingId: true },
    }),
    db.listingPrint.findMany({
      where: { block, organizationId: not },
      orderBy: { listingId: "desc" },
      take: MOST_OF_A_BLOCK,
      select: { listingId: true },
    }),
  ]);
  const held = await heldOf(
    db,
    [...same, ...near].map(({ listingId }) => listingId),
  );
  const print = printOf(facts, searchTokens);
  return held
    .map((other) => similarTo(other, print))
    .filter((similar) => isCopied(similar.likeness))
    .sort((a, b) => b.likeness.text - a.likeness.text)
    .slice(0, 3);
};
