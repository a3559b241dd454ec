import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { moveRefusal } from "../listing-move.server";
import { keepRefusal } from "../listing-policy";
import { loadListing } from "../listing-record.server";

/**
 * Confirms that a published listing is still current. Goes in: its id and the version shown. Comes out: the new version.
 * Refuses another's listing (not found), a viewer (forbidden), one that is not published (conflict) and a stale version
 * (conflict). When owners are asked: `rules/freshness.ts`.
 */
export const confirmListing = (
  ctx: MemberCtx,
  id: string,
  input: { version: number },
): Promise<Result<{ version: number }>> =>
  decide(async (tx) => {
    const listing = await loadListing(tx, id, ctx.actor);
    if (!listing) return reject(notFound().refusal);
    const refusal = keepRefusal(ctx.actor);
    if (refusal) return reject(refusal);
    if (listing.state !== "published") return reject(moveRefusal("noSuchMove"));
    const at = ctx.clock.now();
    const written = await tx.listing.updateMany({
      where: { id, version: input.version },
      data: { confirmedAt: at, updatedAt: at, version: { increment: 1 } },
    });
    if (written.count === 0) stale();
    await record(tx, ctx, {
      subject: { type: "listing", id },
      name: "listing.confirmed",
      payload: { title: listing.row.title },
      audience: [listing.row.organizationId],
    });
    return { version: input.version + 1 };
  });
