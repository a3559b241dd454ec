export type Verdicts = Readonly<Record<string, number>>;

export type Figure = {
  /** A share in basis points, otherwise the sum; null without a record it could be counted from. */
  readonly value: number | null;
  readonly numerator: number;
  /** null where the indicator is a sum, not a share */
  readonly denominator: number | null;
  /** Why records are left out, with how many; the most frequent first. */
  readonly exclusions: readonly { readonly reason: string; readonly count: number }[];
};

/**
 * A figure from what was counted. Goes in: amounts by verdict — "met", "unmet", anything else is a reason for leaving a
 * record out — and whether it is a share or a sum. Comes out: the figure; without a denominator its value is null, never
 * 0 or 100 %. Shares are rounded half up to a basis point. House formula: met ÷ (met + unmet).
 */
export const figureOf = (verdicts: Verdicts, kind: "share" | "sum"): Figure => {
  const { met = 0, unmet = 0, ...left } = verdicts;
  const exclusions = Object.entries(left)
    .filter(([, count]) => count !== 0)
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
  if (kind === "sum")
    return { value: verdicts.met === undefined ? null : met, numerator: met, denominator: null, exclusions };
  const denominator = met + unmet;
  const value = denominator === 0 ? null : Math.floor((met * 20_000 + denominator) / (2 * denominator));
  return { value, numerator: met, denominator, exclusions };
};

/** Figures about fewer people than this are not told outside their own organization. House rule. */
export const SMALLEST_TOLD = 5;

/**
 * Whether a figure about persons is too small to be told to others: its numerator, the rest or a reason for exclusion
 * stands for one to four. Goes in: the figure. Comes out: true when it is to be withheld.
 */
export const tooSmall = ({ numerator, denominator, exclusions }: Figure): boolean => {
  const few = (count: number) => count > 0 && count < SMALLEST_TOLD;
  return (
    few(numerator) ||
    (denominator !== null && few(denominator - numerator)) ||
    exclusions.some(({ count }) => few(count))
  );
};
