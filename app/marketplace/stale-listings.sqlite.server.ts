import { statementFor } from "./queries/listing-search.sqlite.server";

/**
 * Published listings whose owner has not said for long that they stand, and who has not been asked yet. The oldest come
 * first; whoever was written to lately is left alone. Walks the index of states and confirmations, bounded by LIMIT.
 */
export const STALE_LISTINGS = `SELECT l.id, l.organizationId, l.confirmedAt
  FROM Listing l
  WHERE l.state = 'published' AND l.confirmedAt < ?
    AND NOT EXISTS (SELECT 1 FROM FreshnessAskListing f WHERE f.listingId = l.id)
    AND NOT EXISTS (SELECT 1 FROM FreshnessAsk a WHERE a.organizationId = l.organizationId AND a.askedAt > ?)
  ORDER BY l.confirmedAt
  LIMIT ?`;

export type StaleListing = { id: string; organizationId: string; confirmedAt: string };

/** In: listings confirmed before this instant, organizations not asked since that one, how many at most. */
export const staleListings = (confirmedBefore: Date, notAskedSince: Date, most: number): StaleListing[] => {
  const stored = (at: Date) => at.toISOString().replace("Z", "+00:00");
  return statementFor(STALE_LISTINGS)
    .raw(false)
    .all(stored(confirmedBefore), stored(notAskedSince), most) as StaleListing[];
};

/** Published listings nothing recognises yet. Walks the search index by its own key until it has enough. */
export const UNPRINTED_LISTINGS = `SELECT i.id AS indexId, i.listingId FROM ListingIndex i
  WHERE i.id > ? AND NOT EXISTS (SELECT 1 FROM ListingPrint p WHERE p.listingId = i.listingId)
  ORDER BY i.id LIMIT ?`;

/** Listings without prints after a row of the search index, at most so many. */
export const unprintedListings = (after: number, most: number): { indexId: number; listingId: string }[] =>
  statementFor(UNPRINTED_LISTINGS).raw(false).all(after, most) as { indexId: number; listingId: string }[];
