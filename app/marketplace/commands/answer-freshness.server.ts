import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, RefusalError, type Result } from "~/platform/result";
import { openFreshnessLink } from "../freshness-link.server";
import type { FreshnessAnswer } from "../freshness-schema";
import { carryOutMove, moveFacts } from "../listing-move.server";
import { type ListingRecord, loadListing } from "../listing-record.server";
import { STALE_REASON } from "../rules/freshness";

type Done = { confirmed: number; resumed: number; filled: number; kept: number };

const confirm = async (tx: Tx, ctx: Ctx, { row }: ListingRecord): Promise<void> => {
  const at = ctx.clock.now();
  await tx.listing.update({
    where: { id: row.id, version: row.version },
    data: { confirmedAt: at, updatedAt: at, version: { increment: 1 } },
  });
  await record(tx, ctx, {
    subject: { type: "listing", id: row.id },
    name: "listing.confirmed",
    payload: { title: row.title },
    audience: [row.organizationId],
  });
};

/** One listing by one answer. Comes out: what was done, or "kept" where its state (or a rule) no longer lets it. */
const answerOne = async (
  tx: Tx,
  ctx: Ctx,
  listing: ListingRecord,
  intent: FreshnessAnswer["intent"],
): Promise<keyof Done> => {
  const { row, state } = listing;
  const move = { by: "owner" as const, reason: null, version: row.version };
  if (intent === "full") {
    if (state !== "published") return "kept";
    await carryOutMove(tx, ctx, listing, { move: "fill", ...move });
    return "filled";
  }
  if (state === "published") {
    await confirm(tx, ctx, listing);
    return "confirmed";
  }
  if (state !== "paused" || row.pausedReason !== STALE_REASON) return "kept";
  const { facts } = await moveFacts(tx, listing, ctx.clock.now(), row.publishReason);
  if (!facts.verified || !facts.sound || !facts.open || facts.seatsLeft === 0) return "kept";
  await carryOutMove(tx, ctx, listing, { move: "reopen", ...move });
  return "resumed";
};

/**
 * Answers a letter about freshness by its link, without signing in: the chosen listings still stand (those paused for
 * silence come back), or their seats are taken. Goes in: the link's token, the answer and the listings it is about.
 * Comes out: how many were confirmed, resumed, filled, and left as they are because they have changed since. The same
 * answer twice does no harm. Refuses a link nobody made or whose time is up (not found) and no listing chosen (invalid).
 */
export const answerFreshness = async (
  ctx: Ctx,
  token: string,
  input: FreshnessAnswer,
): Promise<Result<Done>> =>
  decide(async (tx) => {
    const link = await openFreshnessLink(tx, token, ctx.clock.now());
    if (!link) return reject(notFound("freshness.dead").refusal);
    const { personId, personName, organizationId, listingIds } = link;
    const chosen = listingIds.filter((id) => input.listings.includes(id));
    if (chosen.length === 0) {
      throw new RefusalError({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "listings", key: "freshness.errors.chooseOne" }],
      });
    }
    const by: Ctx = { ...ctx, actor: { kind: "link", personId, organizationId, name: personName } };
    const done: Done = { confirmed: 0, resumed: 0, filled: 0, kept: 0 };
    for (const id of chosen) {
      const listing = await loadListing(tx, id);
      if (!listing || listing.row.organizationId !== organizationId) continue;
      done[await answerOne(tx, by, listing, input.intent)] += 1;
    }
    return done;
  });
