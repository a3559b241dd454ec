import type { Tone } from "~/ui/StateBadge";
import type { ListingState } from "../rules/listing-lifecycle";

/** The tone of a listing's state in the house's one vocabulary. */
export const LISTING_TONES: Record<ListingState, Tone> = {
  draft: "neutral",
  checking: "act",
  published: "ok",
  paused: "wait",
  full: "act",
  closed: "neutral",
  archived: "neutral",
};
