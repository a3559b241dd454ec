import { evaluate, type Finding } from "~/regulations/rules/evaluate";
import type { Verdict } from "~/regulations/rules/rule";
import type { Direction, ListingKind } from "./kinds";
import { type HostKnown, listingFacts } from "./listing-facts";
import type { FieldName } from "./listing-fields";
import { type ListingColumns, missingFields } from "./listing-values";

/** What the check says of a listing. */
export type ListingCheck = {
  /** Fields asked before publishing that are empty. */
  missing: FieldName[];
  verdict: Verdict;
  findings: Finding[];
};

/**
 * Checks a listing as it stands. In: the listing, its host's facts, the civil date. Out: empty fields, and the verdict
 * and findings of the regulations' stage "listing"; "pass" without findings where no rule is asked (see listingFacts).
 */
export const checkListing = (
  kind: ListingKind,
  direction: Direction,
  listing: ListingColumns,
  host: HostKnown,
  on: string,
): ListingCheck => {
  const missing = missingFields(kind, direction, listing);
  const facts = listingFacts(kind, direction, listing, host);
  if (!facts) return { missing, verdict: "pass", findings: [] };
  const { verdict, findings } = evaluate({ on, region: listing.regionCode || null, stage: "listing", facts });
  return { missing, verdict, findings };
};

/** Whether a checked listing may be published: complete, nothing blocks or is unknown, and a warning has a reason. */
export const isSound = (check: ListingCheck, reason: string | null): boolean =>
  check.missing.length === 0 &&
  check.verdict !== "block" &&
  check.verdict !== "missing" &&
  (check.verdict !== "warn" || Boolean(reason?.trim()));
