import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { breathe } from "~/platform/time/breathe.server";
import { printListings } from "../listing-prints.server";
import { unprintedListings } from "../stale-listings.sqlite.server";

const AT_ONCE = 200;

/** How far this process has looked; null once it has seen all: from then on every change keeps its own print. */
let reached: number | null = 0;

/**
 * Gives published listings the prints they are recognised by, where they have none: those from before prints were kept.
 * Goes in: from which row of the search index on (by default where it stopped). Comes out: how many, at most 200 a turn.
 * Does nothing once all have theirs.
 */
export const printListingsOfBefore = async (from: number | null = reached): Promise<number> => {
  if (from === null) return 0;
  const missing = unprintedListings(from, AT_ONCE);
  reached = missing.at(-1)?.indexId ?? null;
  if (missing.length === 0) return 0;
  const rows = await read.listing.findMany({
    where: { id: { in: missing.map(({ listingId }) => listingId) } },
    include: { majors: { select: { family: true } } },
    take: AT_ONCE,
  });
  await breathe();
  await inTransaction((tx) => printListings(tx, rows));
  return rows.length;
};
