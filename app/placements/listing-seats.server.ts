import { indexListing } from "~/marketplace/listing-index.server";
import { carryOutMove } from "~/marketplace/listing-move.server";
import { loadListing } from "~/marketplace/listing-record.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";

/**
 * Takes seats of a listing inside the caller's transaction and marks a published one as full when none is left. Goes in:
 * the listing and how many. Refuses (conflict) when it has fewer left. A listing without a number of seats is not
 * counted.
 */
export const takeSeats = async (tx: Tx, ctx: Ctx, listingId: string, count: number): Promise<void> => {
  const listing = await loadListing(tx, listingId);
  if (!listing) return reject({ code: "not_found", key: "errors.notFound" });
  const { seats, seatsTaken, title, version } = listing.row;
  if (seats === null) return;
  if (seatsTaken + count > seats) {
    return reject({
      code: "conflict",
      key: "placements.errors.noSeatOfListing",
      values: { title, left: Math.max(0, seats - seatsTaken), wanted: count },
    });
  }
  await tx.listing.update({ where: { id: listingId }, data: { seatsTaken: seatsTaken + count } });
  if (seatsTaken + count === seats && listing.state === "published") {
    await carryOutMove(tx, ctx, listing, { move: "fill", by: "agreement", reason: null, version });
  } else {
    await indexListing(tx, listingId);
  }
};

/**
 * Gives one seat back when a placement ends before its time or never begins. The owner decides whether a listing that was
 * full is shown again; nothing is published by itself.
 */
export const giveSeatBack = async (tx: Tx, listingId: string): Promise<void> => {
  await tx.listing.updateMany({
    where: { id: listingId, seatsTaken: { gt: 0 } },
    data: { seatsTaken: { decrement: 1 } },
  });
  await indexListing(tx, listingId);
};
