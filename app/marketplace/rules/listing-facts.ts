import type { Facts } from "~/regulations/rules/facts/dictionary";
import type { HazardCode } from "~/regulations/rules/hazards";
import type { Direction, ListingKind } from "./kinds";
import { isPlacementKind } from "./kinds";
import type { ListingColumns } from "./listing-values";

/** What the owner's profile and the chosen post say; null where nothing is known. */
export type HostKnown = {
  uscc: string | null;
  industryCode: string | null;
  employees: number | null;
  post: {
    name: string;
    headcount: number;
    samePostPayFen: number | null;
    labourIntensity: number | null;
    hazards: readonly string[];
  } | null;
};

type Draft = { -readonly [K in keyof Facts]: Facts[K] };

/**
 * The facts of a listing in the vocabulary of the regulations. In: the listing, its kind and direction, and what its
 * host's profile and chosen post say. Out: facts, an unknown one absent; null for kinds that put no student on a post
 * and for what is sought, of which the internship rules ask nothing. Head-counts include the seats offered, because the
 * rules count the placement itself. Source: the fact dictionary of the regulations.
 */
export const listingFacts = (
  kind: ListingKind,
  direction: Direction,
  listing: ListingColumns,
  host: HostKnown,
): Facts | null => {
  if (direction !== "offer" || !isPlacementKind(kind)) return null;
  const { details, seats } = listing;
  const { post } = host;
  const facts: Draft = { "placement.type": kind, "placement.origin": "school" };
  const put = <K extends keyof Facts>(key: K, value: Facts[K] | null | undefined) => {
    if (value !== null && value !== undefined && value !== "") facts[key] = value;
  };
  put("listing.title", listing.title);
  put("listing.seats", seats);
  put("listing.applyBy", listing.openUntil);
  put("listing.workplaceCode", listing.regionCode);
  put("listing.acceptsMinors", details.minorsWelcome);
  put("listing.sexRestricted", details.sexRestricted);
  put("placement.start", listing.startsOn);
  put("placement.end", listing.endsOn);
  put("apprenticeship.status", kind === "apprenticeship" ? details.apprenticeStatus : null);
  put("host.registrationNo", host.uscc);
  put("host.provinceCode", listing.regionCode);
  put("host.industryCode", host.industryCode);
  put("host.onPostEmployees", host.employees);
  put(
    "host.activePlacements",
    details.currentInterns === undefined ? null : details.currentInterns + (seats ?? 0),
  );
  put("post.majorCodes", listing.majorCodes);
  put("post.tasks", details.tasks);
  put("post.onPostEmployees", details.postHeadcount ?? post?.headcount);
  put(
    "post.activePlacements",
    details.currentInternsOnPost === undefined ? null : details.currentInternsOnPost + (seats ?? 0),
  );
  put("post.hazardCodes", (details.hazards ?? post?.hazards) as readonly HazardCode[] | undefined);
  put(
    "post.labourIntensity",
    details.labourIntensity === undefined ? post?.labourIntensity : Number(details.labourIntensity),
  );
  put("pay.monthlyFen", listing.payMinFen);
  put("pay.samePostMonthlyFen", listing.samePostPayFen ?? post?.samePostPayFen);
  put("pay.lowestTierMonthlyFen", details.lowestTierPay);
  put("hours.perDay", details.hoursPerDay);
  put("hours.perWeek", details.hoursPerWeek);
  put("shifts.night", details.nightShifts);
  put("fees", details.fees);
  if (details.lawful) {
    put("host.creditFlags", []);
    put("host.safetyViolationDates", []);
    put("agent.involved", false);
    put("organizing.rebateFen", 0);
  }
  return facts;
};
