import { daysBetween } from "~/platform/time/clock";

/** A listing nobody has looked after for so long is asked about: is it still current? House rule. */
export const CONFIRM_AFTER_DAYS = 60;
/** How many days before its last open day an owner is told. House rule. */
export const ENDS_SOON_DAYS = 7;

/** Something that waits for the reader: words with their values, by when, and the one page on which to do it. */
export type WaitingItem = {
  id: string;
  /** Civil date; null where nothing is lost by waiting. */
  due: string | null;
  title: { key: string; values?: Record<string, string | number> };
  meta: { key: string; values?: Record<string, string | number> } | null;
  action: { key: string; href: string };
};

/**
 * The order of what waits: dated things by date, the latest first, then the rest as given. In: items. Out: at most
 * `most` of them. House rule.
 */
export const inOrder = (items: readonly WaitingItem[], most: number): WaitingItem[] =>
  items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => {
      const [first, second] = [a.item.due ?? "9999-12-31", b.item.due ?? "9999-12-31"];
      return first < second ? -1 : first > second ? 1 : a.at - b.at;
    })
    .slice(0, most)
    .map(({ item }) => item);

/**
 * What an own listing asks of its owner today, or null. Goes in: its state, why it is paused, the civil dates on which
 * it was last confirmed and until which it is open, today. House rule: one thing at a time, the gravest first.
 */
export const listingNeed = (
  listing: {
    state: string;
    pausedReason: string | null;
    confirmedOn: string | null;
    openUntil: string | null;
  },
  today: string,
): "silence" | "draft" | "ends" | "confirm" | null => {
  if (listing.state === "paused") return listing.pausedReason === "silence" ? "silence" : null;
  if (listing.state === "draft") return "draft";
  if (listing.state !== "published") return null;
  if (
    listing.openUntil &&
    listing.openUntil >= today &&
    daysBetween(today, listing.openUntil) <= ENDS_SOON_DAYS
  ) {
    return "ends";
  }
  const stale = listing.confirmedOn && daysBetween(listing.confirmedOn, today) >= CONFIRM_AFTER_DAYS;
  return stale ? "confirm" : null;
};
