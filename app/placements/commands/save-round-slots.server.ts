import type { MemberCtx } from "~/identity/actor";
import type { ListingRow } from "~/marketplace/listing-record.server";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { leadRound, saveRound, stateOf } from "../round-access.server";
import { ROUND_LIMITS, type SlotsForm } from "../round-schema";
import { USUAL_CRITERIA } from "../rules/round-criteria";
import type { PlacementTerms } from "../terms";
import { termsOfListing } from "../terms-of-listing.server";

type Asked = SlotsForm["slots"][number];

const oneCategory = (seats: number | undefined, category: string | undefined): string =>
  JSON.stringify(seats !== undefined && category ? { [category]: seats } : {});

const slotRow = (
  at: number,
  asked: Asked,
  listing: ListingRow,
  { roundId, terms }: { roundId: string; terms: PlacementTerms },
) => {
  const free = Math.max(0, (listing.seats ?? 0) - listing.seatsTaken);
  return {
    id: newId(),
    roundId,
    code: `S${String(at + 1).padStart(3, "0")}`,
    listingId: listing.id,
    hostId: listing.organizationId,
    postId: listing.postId,
    title: listing.title,
    capacity: Math.min(asked.capacity ?? free, free),
    terms: JSON.stringify(terms),
    reserved: oneCategory(asked.reserved, asked.reservedFor),
    quotas: oneCategory(asked.quota, asked.quotaFor),
    criteria: JSON.stringify(USUAL_CRITERIA),
    version: 1,
  };
};

/**
 * The leading school chooses the listings whose seats go into a draft round. In: listings with the seats asked for and
 * seats kept for or limited to one category. Out: how many slots. The terms are copied from the listing; no slot has
 * more seats than the listing has free. Refuses listings that are not a published internship or apprenticeship, an open
 * round, a stale version.
 */
export const saveRoundSlots = (
  ctx: MemberCtx,
  id: string,
  input: SlotsForm,
): Promise<Result<{ slots: number }>> =>
  decide(async (tx) => {
    const round = await leadRound(tx, ctx, id, input.version);
    if (stateOf(round) !== "draft") return reject({ code: "conflict", key: "rounds.errors.state" });
    const taken = input.slots.filter(({ take }) => take).slice(0, ROUND_LIMITS.slots);
    const listings = await tx.listing.findMany({
      where: {
        id: { in: taken.map(({ listingId }) => listingId) },
        state: "published",
        direction: "offer",
        kind: { in: ["internship", "apprenticeship"] },
      },
      include: { majors: true },
    });
    const [posts, hosts] = await Promise.all([
      tx.post.findMany({ where: { id: { in: listings.flatMap(({ postId }) => postId ?? []) } } }),
      tx.organization.findMany({
        where: { id: { in: listings.map(({ organizationId }) => organizationId) } },
        select: { id: true, industryCode: true },
      }),
    ]);
    const termsOf = (listing: ListingRow): PlacementTerms =>
      termsOfListing(
        listing,
        posts.find((post) => post.id === listing.postId) ?? null,
        hosts.find((host) => host.id === listing.organizationId)?.industryCode ?? null,
      );
    const known = new Map(listings.map((one) => [one.id, one]));
    const rows = taken.map((asked, at) => {
      const listing = known.get(asked.listingId);
      if (!listing?.startsOn || !listing.endsOn)
        return reject({ code: "invalid", key: "rounds.errors.listing" });
      return slotRow(at, asked, listing, { roundId: id, terms: termsOf(listing) });
    });
    await tx.roundSlot.deleteMany({ where: { roundId: id } });
    await tx.roundSlot.createMany({ data: rows });
    await saveRound(tx, round, {}, ctx.clock.now());
    return { slots: rows.length };
  });
