import type { Point } from "~/catalogues/types";
import { distanceKm } from "~/matching/rules/distance";
import type { Candidate, PairFacts, Period, Standing } from "~/matching/rules/match-facts";
import type { Appetite } from "~/matching/rules/weights";
import { civilDate } from "~/platform/time/clock";
import { isNewcomer } from "./newcomer";
import { type MajorFacts, type OccupationFit, pairFit } from "./pair-fit";

/** What is known of a party as a partner, as stored. */
export type PartyCounts = {
  /** ISO instant. */
  verifiedAt: string | null;
  due: number | null;
  answered: number | null;
  /** Stated for the class of majors, and for all of them. */
  family: string | null;
  overall: string | null;
  /** Placements so far and those of the whole city; absent or null where there are none. */
  completed?: number | null;
  breaks?: number | null;
  retained?: number | null;
  payFindings?: number | null;
  cityCompleted?: number | null;
  cityBreaks?: number | null;
};

/** A programme as matching sees it: what it teaches, where, whom it wants to place and when. */
export type ProgrammeFacts = {
  majors: readonly MajorFacts[];
  point: Point | null;
  students: number | null;
  practice: Period | null;
};

/** A listing or post as matching sees it. */
export type OfferFacts = {
  occupationCode: string | null;
  named: readonly { code: string; family: string }[];
  point: Point | null;
  seats: number | null;
  period: Period | null;
};

const LEVELS: readonly Appetite[] = ["active", "interested", "not_now"];

const trackOf = (counts: PartyCounts | null): Standing["trackRecord"] =>
  counts?.completed == null
    ? null
    : {
        completed: counts.completed,
        retained: counts.retained ?? 0,
        breaks: counts.breaks ?? 0,
        payFindings: counts.payFindings ?? 0,
        city: { completed: counts.cityCompleted ?? 0, breaks: counts.cityBreaks ?? 0 },
      };

/**
 * How a party stands as a partner: what it said of the class of majors before what it said of all, its replies, what its
 * placements came to. Goes in: the stored counts. Comes out: the standing. House rule.
 */
export const standingOf = (counts: PartyCounts | null): Standing => ({
  trackRecord: trackOf(counts),
  appetite: LEVELS.find((level) => level === (counts?.family ?? counts?.overall)) ?? "unknown",
  replyRate: { answered: counts?.answered ?? 0, due: counts?.due ?? 0 },
});

/** The major of a programme that suits an offer best, with its fit. House rule: a listing for several majors needs one. */
const bestFit = (
  programme: ProgrammeFacts,
  offer: OfferFacts,
  occupationFit: (majorCode: string, occupationCode: string) => OccupationFit | null,
): PairFacts["fit"] => {
  let best: PairFacts["fit"] = null;
  for (const major of programme.majors) {
    const occupation = offer.occupationCode ? occupationFit(major.code, offer.occupationCode) : null;
    const fit = pairFit(major, occupation, offer.named);
    if (fit && fit.score > (best?.score ?? -1)) best = fit;
  }
  return best;
};

/**
 * The facts of one programme beside one offer, as the ranking needs them. Goes in: both sides and the fit of a major to
 * an occupation. Comes out: fit, kilometres, seats against students, dates; null where nobody said. Never refuses.
 */
export const pairFacts = (
  programme: ProgrammeFacts,
  offer: OfferFacts,
  occupationFit: (majorCode: string, occupationCode: string) => OccupationFit | null,
): PairFacts => ({
  fit: bestFit(programme, offer, occupationFit),
  distanceKm: programme.point && offer.point ? distanceKm(programme.point, offer.point) : null,
  seatsOpen: offer.seats,
  seatsNeeded: programme.students,
  timing: { practice: programme.practice, listing: offer.period },
});

/**
 * A pair as a candidate of the ranking: the facts, how the other party stands, and whether it is new. `exposure` is how
 * often it has been asked, the nearest thing on record to how often it was shown. House rule.
 */
export const candidateOf = (
  id: string,
  pair: PairFacts,
  counts: PartyCounts | null,
  today: string,
): Candidate => ({
  id,
  ...pair,
  ...standingOf(counts),
  newcomer: isNewcomer(
    counts?.verifiedAt ? civilDate(new Date(counts.verifiedAt)) : null,
    counts?.due ?? 0,
    today,
  ),
  exposure: counts?.due ?? 0,
});

/** The dates of a record as a period; null unless both are known. */
export const periodOf = (from: string | null, to: string | null): Period | null =>
  from && to ? { from, to } : null;
