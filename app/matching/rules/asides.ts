import type { Values } from "~/platform/i18n/words";
import { addDays } from "~/platform/time/clock";

/** Why a suggestion does not suit, as coded words. House rule. */
export const ASIDE_REASONS = [
  "too_far",
  "pay",
  "wrong_major",
  "already_partners",
  "no_seats",
  "not_now",
  "other",
] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

/** How long a "not now" keeps a suggestion away. House rule. */
export const REST_DAYS = 60;

/** The facts a reason is about; null is "nobody said". */
export type SuggestionFacts = {
  /** post | listing | programme, with the record's id. */
  kind: string;
  refId: string;
  /** The organization behind it. */
  partyId: string;
  distanceKm: number | null;
  /** The most it pays a month, in fen. */
  payMaxFen: number | null;
  /** Places of a listing, or students of a programme. */
  seats: number | null;
  occupationCode: string | null;
  majorCode: string | null;
};

/** What an organization said of one suggestion for one of its own subjects ("programme:ID", "listing:ID"). */
export type Aside = SuggestionFacts & {
  id: string;
  subject: string;
  reason: AsideReason;
  /** Civil date. */
  saidOn: string;
};

/** What a reason does to the list: a word key under `matches.aside.effects` with its values. */
export type AsideEffect = { key: `matches.aside.effects.${string}`; values: Values };

const effect = (name: string, values: Values = {}): AsideEffect => ({
  key: `matches.aside.effects.${name}`,
  values,
});

/** The kilometres beyond which places go to the end: what was too far, rounded down to fives; below five to whole ones. */
export const farLimitKm = (km: number): number =>
  km >= 5 ? Math.floor(km / 5) * 5 : Math.max(1, Math.floor(km));

/** The last civil date on which a "not now" said on a date holds. */
export const restsUntil = (saidOn: string): string => addDays(saidOn, REST_DAYS);

/** Whether a reason still counts on a civil date: "not now" for sixty days, every other until it is taken back. */
export const holdsOn = ({ reason, saidOn }: Pick<Aside, "reason" | "saidOn">, today: string): boolean =>
  reason !== "not_now" || today <= restsUntil(saidOn);

/**
 * Says what a reason does to the lists of the organization that gave it. In: what was said, with the facts of that day.
 * Out: a sentence as word key and values. A reason whose fact nobody has stated takes away that one suggestion only.
 * House rule.
 */
export const effectOf = (aside: Aside): AsideEffect => {
  const { reason, distanceKm, payMaxFen, seats, occupationCode, majorCode, saidOn } = aside;
  if (reason === "already_partners") return effect("party");
  if (reason === "not_now") return effect("rest", { until: restsUntil(saidOn) });
  if (reason === "too_far" && distanceKm !== null) return effect("far", { km: farLimitKm(distanceKm) });
  if (reason === "pay" && payMaxFen !== null) return effect("pay", { yuan: Math.floor(payMaxFen / 100) });
  if (reason === "no_seats" && seats !== null) return effect("seats", { seats });
  if (reason === "wrong_major" && occupationCode !== null && aside.kind !== "programme")
    return effect("occupation");
  if (reason === "wrong_major" && majorCode !== null) return effect("major");
  return effect("only");
};

/** Whether a reason takes a suggestion away altogether. */
const takesAway = (aside: Aside, subject: string, facts: SuggestionFacts): boolean => {
  if (aside.reason === "already_partners") return aside.partyId === facts.partyId;
  if (aside.kind !== facts.kind || aside.refId !== facts.refId) return false;
  return aside.reason !== "wrong_major" || aside.subject === subject;
};

/** Whether a reason moves a suggestion to the end, by what it shares with the one the reason was about. */
const movesBack = (aside: Aside, subject: string, facts: SuggestionFacts): boolean => {
  const { reason } = aside;
  if (reason === "too_far")
    return (
      aside.distanceKm !== null &&
      facts.distanceKm !== null &&
      facts.distanceKm >= farLimitKm(aside.distanceKm)
    );
  if (reason === "pay")
    return aside.payMaxFen !== null && facts.payMaxFen !== null && facts.payMaxFen <= aside.payMaxFen;
  if (aside.subject !== subject || aside.kind !== facts.kind) return false;
  if (reason === "no_seats")
    return aside.seats !== null && facts.seats !== null && facts.seats <= aside.seats;
  if (reason !== "wrong_major") return false;
  if (facts.kind === "programme") return aside.majorCode !== null && aside.majorCode === facts.majorCode;
  return aside.occupationCode !== null && aside.occupationCode === facts.occupationCode;
};

export type AsideVerdict =
  | { place: "kept" }
  | { place: "back"; because: AsideReason; effect: AsideEffect }
  | { place: "away" };

/**
 * Where one suggestion belongs in the list of an organization, by what it said before. In: all it said, the subject the
 * list is for, the suggestion's facts, the civil date. Out: kept, moved behind the others with the sentence why, or away.
 * A place in the list is all it decides: the score stays the same for everybody. House rule.
 */
export const asideVerdict = (
  asides: readonly Aside[],
  subject: string,
  facts: SuggestionFacts,
  today: string,
): AsideVerdict => {
  const holding = asides.filter((aside) => holdsOn(aside, today));
  if (holding.some((aside) => takesAway(aside, subject, facts))) return { place: "away" };
  const back = holding.find((aside) => movesBack(aside, subject, facts));
  return back ? { place: "back", because: back.reason, effect: effectOf(back) } : { place: "kept" };
};
