import type { ActingCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { notFound, type Result } from "~/platform/result";
import { carryOutMove } from "../listing-move.server";
import { keepRefusal } from "../listing-policy";
import { loadListing } from "../listing-record.server";
import type { CLOSE_REASONS } from "../rules/listing-lifecycle";

/**
 * Closes a listing for good. Goes in: its id, the version shown and a coded reason.
 * Comes out: the new version. Refuses another's listing (not found), a viewer (forbidden), a move its state does not
 * know or whose guard fails (conflict, blocked) and a stale version (conflict). House rule.
 */
export const closeListing = (
  ctx: ActingCtx,
  id: string,
  input: { version: number; reason: (typeof CLOSE_REASONS)[number] },
): Promise<Result<{ version: number }>> =>
  decide(async (tx) => {
    const listing = await loadListing(tx, id, ctx.actor);
    if (!listing) return reject(notFound().refusal);
    const refusal = keepRefusal(ctx.actor);
    if (refusal) return reject(refusal);
    return {
      version: await carryOutMove(tx, ctx, listing, {
        move: "close",
        by: "owner",
        reason: input.reason,
        version: input.version,
      }),
    };
  });
