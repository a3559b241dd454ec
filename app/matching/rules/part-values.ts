import { daysBetween } from "~/platform/time/clock";
import type { Candidate, PairFacts, Period, Standing, Subject } from "./match-facts";
import { type MatchWeights, type PartName, shrunkRate } from "./weights";

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Whole days of a period, both ends included; 0 when it ends before it starts. */
export const periodDays = (period: Period): number => Math.max(0, daysBetween(period.from, period.to) + 1);

/** The days two periods share, or null when they share none. */
export const overlapOf = (a: Period, b: Period): Period | null => {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
};

/** The value of each part; null is "unknown". */
export type PartValues = Record<PartName, number | null>;

const seatsValue = (side: Subject["side"], { seatsOpen, seatsNeeded }: PairFacts): number | null => {
  if (seatsOpen === null || seatsNeeded === null) return null;
  const [wanted, offered] = side === "programme" ? [seatsNeeded, seatsOpen] : [seatsOpen, seatsNeeded];
  return wanted > 0 ? clamp(offered / wanted) : null;
};

const timingValue = (side: Subject["side"], { practice, listing }: PairFacts["timing"]): number | null => {
  if (!practice || !listing) return null;
  const wanted = periodDays(side === "programme" ? practice : listing);
  if (wanted === 0) return null;
  const shared = overlapOf(practice, listing);
  return shared ? clamp(periodDays(shared) / wanted) : 0;
};

const trackRecordValue = (record: Standing["trackRecord"], weights: MatchWeights): number | null => {
  if (!record || record.completed + record.breaks === 0) return null;
  const bonus = weights.retainedBonus * Math.min(record.retained, record.completed);
  const { yes, no } = weights.trackRecordPrior;
  const mean = record.city
    ? shrunkRate(record.city.completed, record.city.completed + record.city.breaks, weights.trackRecordPrior)
    : yes / (yes + no);
  return shrunkRate(record.completed + bonus, record.completed + bonus + record.breaks, {
    yes: (yes + no) * mean,
    no: (yes + no) * (1 - mean),
  });
};

/**
 * The value 0…1 of every part of one match as `side` sees it, null where the fact is unknown.
 * - fit: the fit's score. - distance: ½ at `halfDistanceKm`, ¼ at twice that.
 * - seats: the share of what `side` needs that the other offers. - timing: the share of its days both have.
 * - track record: completed placements against broken ones, a retained graduate counting `retainedBonus` more,
 *   shrunk by a Beta prior whose mean is the city's own share where that is known. - reply rate: answered in time of those due, shrunk likewise. - appetite: as stated.
 * In: counts ≥ 0, civil dates, kilometres. House rules, all of them.
 */
export const partValues = (
  side: Subject["side"],
  pair: PairFacts,
  standing: Standing,
  weights: MatchWeights,
): PartValues => ({
  fit: pair.fit ? clamp(pair.fit.score) : null,
  distance: pair.distanceKm === null ? null : 0.5 ** (Math.max(0, pair.distanceKm) / weights.halfDistanceKm),
  seats: seatsValue(side, pair),
  timing: timingValue(side, pair.timing),
  trackRecord: trackRecordValue(standing.trackRecord, weights),
  appetite: standing.appetite === "unknown" ? null : weights.appetite[standing.appetite],
  replyRate:
    standing.replyRate.due > 0
      ? shrunkRate(standing.replyRate.answered, standing.replyRate.due, weights.replyRatePrior)
      : null,
});

/**
 * The score 0…100 of one match: the weighted mean of its parts, an unknown part counting `unknownValue`.
 * Monotone: no part's rise lowers it. House rule.
 */
export const scoreOf = (values: PartValues, weights: MatchWeights): number => {
  let sum = 0;
  for (const name of Object.keys(weights.parts) as PartName[])
    sum += weights.parts[name] * (values[name] ?? weights.unknownValue);
  return sum / 100;
};

/**
 * Both directions in one figure: the geometric mean of the two scores. It lies between them, nearer the lower
 * one, and is 0 when either side has nothing to gain, so that a match only one side wants does not lead a list.
 * In: two scores 0…100. Out: 0…100. House rule.
 */
export const mutualScore = (oneWay: number, otherWay: number): number =>
  Math.sqrt(Math.max(0, oneWay) * Math.max(0, otherWay));

/** The score of the same pair seen from the candidate, or null when the subject's standing was not given. */
export const counterScore = (
  subject: Subject,
  candidate: Candidate,
  weights: MatchWeights,
): number | null => {
  if (!subject.standing) return null;
  const otherSide = subject.side === "programme" ? "listing" : "programme";
  return scoreOf(partValues(otherSide, candidate, subject.standing, weights), weights);
};
