import type { ExamPart } from "./plan";

/** studying: no result yet · passed: moves on · failed: sat and did not reach the mark · left: went before a result */
export const MEMBER_STATES = ["studying", "passed", "failed", "left"] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/**
 * Why somebody left. `moved` and `service` are no failure of the pathway and leave the figure; the two examinations of
 * higher education are told apart, because they are other ways up. House rule.
 */
export const LEAVING_REASONS = [
  "moved",
  "service",
  "vocational_exam",
  "general_exam",
  "work",
  "dropped_out",
  "declined",
  "other",
] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

export const EXCLUDED: readonly LeavingReason[] = ["moved", "service"];

export type Judged = { state: "studying" | "passed" | "failed"; totalBp: number | null };

/**
 * What scores amount to. Goes in: the parts with weights in basis points, a score for each in basis points of full marks or
 * null where there is none, the mark that passes. Comes out: the weighted total rounded half up and whether it passes; with
 * any part missing there is no result at all, neither passed nor failed.
 */
export const judge = (
  parts: readonly ExamPart[],
  scores: readonly (number | null)[],
  passBp: number,
): Judged => {
  let sum = 0;
  for (const [index, part] of parts.entries()) {
    const score = scores[index] ?? null;
    if (score === null) return { state: "studying", totalBp: null };
    sum += score * part.weightBp;
  }
  const totalBp = Math.floor((sum + 5_000) / 10_000);
  return { state: totalBp >= passBp ? "passed" : "failed", totalBp };
};

export type Progression = {
  numerator: number;
  denominator: number;
  exclusions: { reason: LeavingReason; count: number }[];
  /** without a result, or enrolled and not on the list of the cohort */
  unknown: number;
  /** null when nobody has a result */
  rateBp: number | null;
};

/**
 * 升入下一阶段率 of a cohort. Goes in: how many were enrolled and the members with their state and reason. Comes out: passed
 * over everybody with a result or who left, but for those who moved school or went into service; those without a result and
 * those enrolled but not listed are unknown, neither a success nor a failure. House rule.
 */
export const progression = (
  enrolled: number,
  members: readonly { state: string; reasonCode: string }[],
): Progression => {
  const count = (state: MemberState) => members.filter((one) => one.state === state).length;
  const exclusions = EXCLUDED.flatMap((reason) => {
    const left = members.filter((one) => one.state === "left" && one.reasonCode === reason).length;
    return left > 0 ? [{ reason, count: left }] : [];
  });
  const excluded = exclusions.reduce((sum, one) => sum + one.count, 0);
  const numerator = count("passed");
  const denominator = numerator + count("failed") + count("left") - excluded;
  return {
    numerator,
    denominator,
    exclusions,
    unknown: count("studying") + Math.max(0, enrolled - members.length),
    rateBp: denominator === 0 ? null : Math.round((numerator * 10_000) / denominator),
  };
};

const SMALLEST_TOLD = 5;

/**
 * Whether a figure may be told outside the school whose students they are: not when the successes, the rest, the unknown or
 * a reason for exclusion are one to four people. House rule (figures under five are withheld).
 */
export const mayTell = ({ numerator, denominator, unknown, exclusions }: Progression): boolean =>
  [numerator, denominator - numerator, unknown, ...exclusions.map((one) => one.count)].every(
    (count) => count === 0 || count >= SMALLEST_TOLD,
  );
