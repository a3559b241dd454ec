import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Refusal } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { indexListing } from "./listing-index.server";
import { type ListingRecord, loadHost } from "./listing-record.server";
import { checkListing, isSound, type ListingCheck } from "./rules/listing-check";
import { isFieldName } from "./rules/listing-fields";
import {
  type ListingFacts,
  type ListingMove,
  type ListingMoveRefusal,
  type ListingMover,
  moveListing,
} from "./rules/listing-lifecycle";

/** What each move is called once it has happened. */
const EVENTS: Record<Exclude<ListingMove, "submit">, string> = {
  return: "listing.returned",
  publish: "listing.published",
  pause: "listing.paused",
  reopen: "listing.reopened",
  fill: "listing.filled",
  release: "listing.released",
  revise: "listing.revised",
  close: "listing.closed",
  archive: "listing.archived",
};

/** The facts a listing's moves ask for, and the check they rest on. */
export const moveFacts = async (
  tx: Tx,
  record: ListingRecord,
  at: Date,
  reason: string | null,
): Promise<{ facts: ListingFacts; check: ListingCheck }> => {
  const host = await loadHost(tx, record);
  const today = civilDate(at);
  const { openUntil, seats, seatsTaken } = record.row;
  const said = checkListing(record.kind, record.direction, record.columns, host, today);
  const unread = Object.keys(JSON.parse(record.row.unread ?? "{}")).filter(isFieldName);
  const check = { ...said, missing: [...new Set([...said.missing, ...unread])] };
  return {
    check,
    facts: {
      verified: host.verified,
      sound: isSound(check, reason),
      open: openUntil === null || openUntil >= today,
      seatsLeft: seats === null ? null : Math.max(0, seats - seatsTaken),
    },
  };
};

/** The refusal of a move in words, with the verdicts that stand against it. */
export const moveRefusal = (why: ListingMoveRefusal, check?: ListingCheck): Refusal => ({
  code: why === "noSuchMove" ? "conflict" : why === "reasonMissing" ? "invalid" : "blocked",
  key: `listings.refused.${why}`,
  ...(why === "reasonMissing" ? { fields: [{ field: "reason", key: "errors.required" }] } : {}),
  ...(check ? { findings: check.findings } : {}),
});

export type MoveChange = {
  move: Exclude<ListingMove, "submit" | "return" | "publish">;
  by: ListingMover;
  /** A code of the move's reasons. */
  reason: string | null;
  /** The version the mover saw. */
  version: number;
};

/**
 * Carries out one move inside a transaction: asks the table, writes at the version given, keeps the search index in
 * step, records the event. Comes out: the new version. Ends the command with a refusal when the table says no, and with
 * a conflict when somebody moved it first.
 */
export const carryOutMove = async (
  tx: Tx,
  ctx: Ctx,
  listing: ListingRecord,
  { move, by, reason, version }: MoveChange,
): Promise<number> => {
  const at = ctx.clock.now();
  const { row, state } = listing;
  const { facts, check } = await moveFacts(tx, listing, at, row.publishReason);
  const outcome = moveListing(state, move, by, reason, facts);
  if (!outcome.allowed) return reject(moveRefusal(outcome.why, outcome.why === "sound" ? check : undefined));
  const back = move === "reopen" || move === "release";
  const written = await tx.listing.updateMany({
    where: { id: row.id, version },
    data: {
      state: outcome.to,
      pausedReason: move === "pause" ? reason : null,
      updatedAt: at,
      version: { increment: 1 },
      ...(back ? { confirmedAt: at, silentExpiries: 0 } : {}),
    },
  });
  if (written.count === 0) stale();
  await indexListing(tx, row.id);
  await record(tx, ctx, {
    subject: { type: "listing", id: row.id },
    name: EVENTS[move],
    payload: { title: row.title, ...(reason ? { reason } : {}) },
    audience: [row.organizationId],
  });
  return version + 1;
};
