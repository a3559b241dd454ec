export type PartName = "fit" | "distance" | "seats" | "timing" | "trackRecord" | "appetite" | "replyRate";

export type Appetite = "active" | "interested" | "not_now" | "unknown";

/** Beta prior: the figure starts as if `yes` of `yes + no` earlier cases had gone well. */
export type BetaPrior = { yes: number; no: number };

/** Everything a score depends on besides the facts, so that a score can be recomputed years later. */
export type MatchWeights = {
  version: string;
  /** Civil date from which this version is used. */
  validFrom: string;
  /** House rule or a source. */
  authority: "house";
  /** Basis points; they sum to 10 000. */
  parts: Record<PartName, number>;
  /** The value of a fact nobody has stated. */
  unknownValue: number;
  /** Kilometres at which the value of distance has fallen to one half. */
  halfDistanceKm: number;
  appetite: Record<Exclude<Appetite, "unknown">, number>;
  replyRatePrior: BetaPrior;
  trackRecordPrior: BetaPrior;
  /** How much a retained graduate adds to a completed placement, which counts 1. */
  retainedBonus: number;
  /** A rate over fewer cases than this is said to rest on few cases. */
  fewCases: number;
  exploration: {
    /** Share of the positions of a list held for newcomers, in basis points. */
    share: number;
    /** A newcomer whose known fit is lower is not shown out of turn. */
    minimumFit: number;
  };
};

/** The weights in force. House rule, unverified: to be set again once outcomes of matches are known. */
export const MATCH_WEIGHTS: MatchWeights = {
  version: "2026-11",
  validFrom: "2026-11-22",
  authority: "house",
  parts: {
    fit: 3500,
    distance: 1500,
    seats: 1200,
    timing: 1200,
    trackRecord: 1000,
    appetite: 800,
    replyRate: 800,
  },
  unknownValue: 0.5,
  halfDistanceKm: 30,
  appetite: { active: 1, interested: 0.75, not_now: 0.1 },
  replyRatePrior: { yes: 2, no: 2 },
  trackRecordPrior: { yes: 2, no: 2 },
  retainedBonus: 0.5,
  fewCases: 5,
  exploration: { share: 2000, minimumFit: 0.3 },
};

/** The order for a reader who switched the usual one off: how well it fits and how near it is, nothing else. House rule. */
export const PLAIN_WEIGHTS: MatchWeights = {
  ...MATCH_WEIGHTS,
  version: "2026-11-plain",
  parts: { fit: 7000, distance: 3000, seats: 0, timing: 0, trackRecord: 0, appetite: 0, replyRate: 0 },
  exploration: { ...MATCH_WEIGHTS.exploration, share: 0 },
};

/**
 * The mean of a rate under a Beta prior: (successes + yes) / (trials + yes + no). With no trial it is the prior's
 * mean; with many it is the observed rate; one good or bad case moves it little.
 * In: counts with 0 ≤ successes ≤ trials. Out: a number strictly between 0 and 1. House rule.
 */
export const shrunkRate = (successes: number, trials: number, prior: BetaPrior): number =>
  (successes + prior.yes) / (trials + prior.yes + prior.no);
