import { statementFor } from "./queries/listing-search.sqlite.server";

export type NewListing = { id: number; listingId: string };
export type ActiveSearch = { id: string; query: string; waiting: number };

/** Published listings after a row of the search index, in the order they came. */
export const NEW_LISTINGS = "SELECT id, listingId FROM ListingIndex WHERE id > ? ORDER BY id LIMIT ?";
/** The newest row of the search index. */
export const NEWEST_LISTING = "SELECT id FROM ListingIndex ORDER BY id DESC LIMIT 1";
/** Searches that tell, by id from one on: read page by page. */
export const ACTIVE_SEARCHES = `SELECT id, query, waiting FROM SavedSearch
  WHERE id > ? AND state = 'active' ORDER BY id LIMIT ?`;

export const newListings = (after: number, most: number): NewListing[] =>
  statementFor(NEW_LISTINGS).raw(false).all(after, most) as NewListing[];

export const newestListing = (): number =>
  (statementFor(NEWEST_LISTING).raw(false).get() as { id: number } | undefined)?.id ?? 0;

export const activeSearches = (after: string, most: number): ActiveSearch[] =>
  statementFor(ACTIVE_SEARCHES).raw(false).all(after, most) as ActiveSearch[];
