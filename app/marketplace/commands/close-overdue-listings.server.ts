import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { type Clock, civilDate } from "~/platform/time/clock";
import { carryOutMove } from "../listing-move.server";
import { loadListing } from "../listing-record.server";

const AT_ONCE = 100;
const OPEN = ["published", "paused", "full"];

/**
 * Closes the listings whose last open day has passed. Goes in: the clock. Comes out: how many were closed, at most 100 at
 * a time, each in a transaction of its own. Running it again does nothing. House rule.
 */
export const closeOverdueListings = async (clock: Clock): Promise<number> => {
  const over = await read.listing.findMany({
    where: { state: { in: OPEN }, openUntil: { lt: civilDate(clock.now()) } },
    orderBy: { openUntil: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let closed = 0;
  for (const { id } of over) {
    const ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    closed += await inTransaction(async (tx) => {
      const listing = await loadListing(tx, id);
      if (!listing || !OPEN.includes(listing.state)) return 0;
      if (listing.row.openUntil === null || listing.row.openUntil >= civilDate(clock.now())) return 0;
      const { version } = listing.row;
      await carryOutMove(tx, ctx, listing, { move: "close", by: "clock", reason: "over", version });
      return 1;
    });
  }
  return closed;
};
