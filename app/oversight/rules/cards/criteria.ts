import { liesIn, regionPrefix } from "~/catalogues/rules/regions";
import { type CardMeasureId, cardMeasure } from "./measures";

/** One criterion: from which value a measure counts yellow and red, and from how many cases on it is judged at all. */
export type CardCriterion = {
  readonly id: CardMeasureId;
  /** Basis points. Low measures count when they lie below, high ones when they lie above. */
  readonly yellow: number;
  readonly red: number;
  /** Fewer cases than this: "not enough cases". */
  readonly leastCases: number;
  /** First civil date it is used. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** "house", or the document an authority changed it by. */
  readonly source: string;
  /** False for a house rule: no article is cited for it. */
  readonly verified: boolean;
  /** Region whose authority set it; null for the house's own. */
  readonly region: string | null;
};

const SINCE = "2026-01-01";

const house = (id: CardMeasureId, yellow: number, red: number, leastCases: number): CardCriterion => ({
  id,
  yellow,
  red,
  leastCases,
  validFrom: SINCE,
  validTo: null,
  source: "house",
  verified: false,
  region: null,
});

/**
 * The published criteria as dated data. House rules: the founding documents ask for 专业红黄牌预警 and leave the numbers
 * to the authorities, who change them for their region by `CriterionChange`.
 */
export const CARD_CRITERIA: readonly CardCriterion[] = [
  house("demand", 2_500, 1_000, 20),
  house("applications", 1_000, 300, 10),
  house("placed", 7_000, 5_000, 10),
  house("breaks", 1_000, 2_000, 10),
  house("matched", 6_000, 4_000, 10),
  house("settled", 8_500, 7_000, 10),
  house("coverage", 8_000, 5_000, 10),
  house("trend", 7_000, 5_000, 10),
];

/** A change by the authority of a region, as it is stored. */
export type CriterionChange = {
  regionCode: string;
  criterionId: string;
  yellow: number;
  red: number;
  leastCases: number;
  validFrom: string;
  document: string;
  createdAt: string;
};

/** No criterion may judge fewer cases than this, whatever an authority sets: persons could be told apart. House rule. */
export const FEWEST_CASES = 5;

/** Of two changes of one criterion the narrower region counts, then the later day, then the later entry. */
const byStrength = (a: CriterionChange, b: CriterionChange): number =>
  regionPrefix(a.regionCode).length - regionPrefix(b.regionCode).length ||
  a.validFrom.localeCompare(b.validFrom) ||
  a.createdAt.localeCompare(b.createdAt);

/**
 * The criteria in force for a region on a civil date. Goes in: the region, the date, the changes authorities stored (of
 * any region and date). Comes out: one criterion a measure, each with its source. House rule: a city may narrow what a
 * province set.
 */
export const criteriaFor = (
  region: string,
  on: string,
  changes: readonly CriterionChange[],
): CardCriterion[] => {
  const inForce = CARD_CRITERIA.filter(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo),
  );
  const fitting = changes
    .filter((change) => change.validFrom <= on && liesIn(change.regionCode, region))
    .sort(byStrength);
  return inForce.map((criterion) => {
    const change = fitting.filter(({ criterionId }) => criterionId === criterion.id).at(-1);
    if (!change) return criterion;
    const { yellow, red, leastCases, validFrom, document, regionCode } = change;
    return { ...criterion, yellow, red, leastCases, validFrom, source: document, region: regionCode };
  });
};

/**
 * Whether thresholds make sense for a measure: red is at least as bad as yellow, shares stay within the whole, cases are
 * not fewer than five. Comes out: the field at fault, or null.
 */
export const criterionFault = (
  id: string,
  given: { yellow: number; red: number; leastCases: number },
): "criterion" | "yellow" | "red" | "leastCases" | null => {
  const measure = cardMeasure(id);
  if (!measure) return "criterion";
  const most = measure.kind === "share" ? 10_000 : 1_000_000;
  if (given.yellow < 0 || given.yellow > most) return "yellow";
  if (given.red < 0 || given.red > most) return "red";
  if (measure.worse === "low" ? given.red > given.yellow : given.red < given.yellow) return "red";
  return given.leastCases < FEWEST_CASES ? "leastCases" : null;
};
