/** Days after which a published listing is asked about, reminded and paused. */
export type FreshnessRules = {
  /** First civil date they hold on. */
  from: string;
  askAfterDays: number;
  remindAfterDays: number;
  pauseAfterDays: number;
  /** How long the links of a letter open. */
  linkDays: number;
  verified: false;
};

/** House rules, dated: a listing asked about under one set is judged by it. No public source sets them. */
const FRESHNESS: readonly [FreshnessRules, ...FreshnessRules[]] = [
  {
    from: "2026-01-01",
    askAfterDays: 30,
    remindAfterDays: 7,
    pauseAfterDays: 7,
    linkDays: 60,
    verified: false,
  },
];

/** The rules in force on a civil date: the latest that have begun, else the first. House rule. */
export const freshnessOn = (date: string): FreshnessRules =>
  [...FRESHNESS].reverse().find(({ from }) => from <= date) ?? FRESHNESS[0];

export type FreshnessStep = "asked" | "reminded" | "paused";

/**
 * What follows a step that nobody answered. In: the step taken and the rules. Out: the next step, and in how many days the
 * one after it is due (null: none); null where nothing follows. House rule: ask, remind once, then pause.
 */
export const nextStep = (
  taken: FreshnessStep,
  rules: FreshnessRules,
): { step: FreshnessStep; dueInDays: number | null } | null => {
  if (taken === "asked") return { step: "reminded", dueInDays: rules.pauseAfterDays };
  if (taken === "reminded") return { step: "paused", dueInDays: null };
  return null;
};

/** The coded reason of a pause after silence about freshness. */
export const STALE_REASON = "stale";
