import { read } from "~/platform/db/client.server";
import { MOST_OF_A_LETTER, openFreshnessLink } from "../freshness-link.server";
import { STALE_REASON } from "../rules/freshness";
import type { ListingKind } from "../rules/kinds";
import type { ListingState } from "../rules/listing-lifecycle";

/**
 * What the link of a letter about freshness shows: the organization, the listings it asks about and how they are now. In:
 * the token, the time. Out: null when nobody made it or its time is up; changes nothing, however often it is opened.
 */
export const freshnessLetter = async (token: string, now: Date) => {
  const link = await openFreshnessLink(read, token, now);
  if (!link) return null;
  const [organization, listings] = await Promise.all([
    read.organization.findUnique({ where: { id: link.organizationId }, select: { name: true } }),
    read.listing.findMany({
      where: { id: { in: link.listingIds } },
      orderBy: { id: "asc" },
      take: MOST_OF_A_LETTER,
      select: {
        id: true,
        title: true,
        kind: true,
        state: true,
        pausedReason: true,
        confirmedAt: true,
        seats: true,
        seatsTaken: true,
      },
    }),
  ]);
  return {
    organization: organization?.name ?? "",
    listings: listings.map(({ confirmedAt, pausedReason, ...row }) => ({
      ...row,
      kind: row.kind as ListingKind,
      state: row.state as ListingState,
      confirmedAt: confirmedAt?.toISOString() ?? null,
      /** Whether the answer can still do something for it. */
      open: row.state === "published" || (row.state === "paused" && pausedReason === STALE_REASON),
    })),
  };
};
