import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { notFound, type Result } from "~/platform/result";
import { carryOutMove } from "../listing-move.server";
import { keepRefusal } from "../listing-policy";
import { loadListing } from "../listing-record.server";

/**
 * Brings a full listing back into search when a seat is free again. Goes in: its id and the version shown.
 * Comes out: the new version. Refuses another's listing (not found), a viewer (forbidden), a move its state does not
 * know or whose guard fails (conflict, blocked) and a stale version (conflict). House rule.
 */
export const releaseListing = (
  ctx: MemberCtx,
  id: string,
  input: { version: number },
): Promise<Result<{ version: number }>> =>
  decide(async (tx) => {
    const listing = await loadListing(tx, id, ctx.actor);
    if (!listing) return reject(notFound().refusal);
    const refusal = keepRefusal(ctx.actor);
    if (refusal) return reject(refusal);
    return {
      version: await carryOutMove(tx, ctx, listing, {
        move: "release",
        by: "owner",
        reason: null,
        version: input.version,
      }),
    };
  });
