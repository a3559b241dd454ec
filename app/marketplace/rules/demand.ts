import type { DeclineReason } from "./decline-reasons";

export const DEMAND_SOURCES = ["search", "decline", "appetite"] as const;
export type DemandSource = (typeof DEMAND_SOURCES)[number];

/** One unmet wish in codes alone. `family` and `kind` are "*" where nobody said; `reason` "" where there is none. */
export type DemandCell = {
  regionCode: string;
  family: string;
  kind: string;
  source: DemandSource;
  reason: string;
};

/** How many days back pages look. House rule. */
export const DEMAND_DAYS = 90;

/** Below this a count is not told: it might point at one school or person. House rule. */
export const LEAST_TOLD = 5;

/** A count as it may be told. In: a whole number. Out: the number, or that it is below five. House rule. */
export const toldCount = (count: number): { under: true } | { under: false; count: number } =>
  count < LEAST_TOLD ? { under: true } : { under: false, count };

const NOT_UNMET: readonly DeclineReason[] = ["already_partnered", "other"];

/** Whether a decline leaves a wish unmet. In: its reason. Out: false where a partner was already there or nothing coded was said. House rule. */
export const leavesUnmet = (reason: DeclineReason): boolean => !NOT_UNMET.includes(reason);

/**
 * An empty search as codes. In: what of it could be coded. Out: the cell, or null where neither a class of majors nor a
 * region is known: that says nothing about anywhere. Several kinds count as any. House rule.
 */
export const searchCell = (search: {
  regionCode: string | null;
  family: string | null;
  kinds: readonly string[];
}): DemandCell | null =>
  search.regionCode === null && search.family === null
    ? null
    : {
        regionCode: search.regionCode ?? "",
        family: search.family ?? "*",
        kind: search.kinds.length === 1 ? (search.kinds[0] ?? "*") : "*",
        source: "search",
        reason: "",
      };
