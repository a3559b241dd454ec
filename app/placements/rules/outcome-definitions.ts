/**
 * What the house means by an outcome, in one place and dated. Codes: 毕业去向代码 (read copy R6); those marked
 * `verified: false` are from memory, as is the definition of 毕业去向落实率: house rules, never cited with an article.
 */
export const OUTCOME_DEFINITIONS = {
  version: "2026-11",
  validFrom: "2026-11-22",
  months: [0, 6, 12, 24],
  codes: [
    { code: "10", kind: "employed", verified: true },
    { code: "11", kind: "employed", verified: true },
    { code: "12", kind: "employed", verified: true },
    { code: "27", kind: "employed", verified: true },
    { code: "46", kind: "settled", verified: true },
    { code: "50", kind: "employed", verified: true },
    { code: "51", kind: "employed", verified: true },
    { code: "65", kind: "excluded", verified: true },
    { code: "70", kind: "open", verified: true },
    { code: "71", kind: "open", verified: false },
    { code: "72", kind: "open", verified: false },
    { code: "75", kind: "employed", verified: true },
    { code: "76", kind: "employed", verified: true },
    { code: "80", kind: "settled", verified: true },
    { code: "85", kind: "settled", verified: false },
  ],
  payBands: ["under3000", "3000to4499", "4500to5999", "6000to7999", "8000up"],
} as const;

/** employed: at work · settled: placed otherwise (study, service) · open: not placed · excluded: not a graduate of this year */
export type DestinationKind = "employed" | "settled" | "open" | "excluded";

export type OutcomeMonth = (typeof OUTCOME_DEFINITIONS.months)[number];

/** What a 毕业去向 code stands for; null for a code that does not exist. */
export const destinationKind = (code: string): DestinationKind | null =>
  OUTCOME_DEFINITIONS.codes.find((one) => one.code === code)?.kind ?? null;

/** The month of an outcome as one of the four that are asked; null for any other number. */
export const outcomeMonth = (month: number): OutcomeMonth | null =>
  OUTCOME_DEFINITIONS.months.find((one) => one === month) ?? null;

const YEARS: Record<string, number> = { secondary: 3, associate: 3, bachelor: 4 };

/** The day a cohort graduates: 1 July, three years after entry, four at bachelor level. House rule, unverified. */
export const graduationOn = (entryYear: number, level: string): string =>
  `${entryYear + (YEARS[level] ?? 3)}-07-01`;

/** The day an outcome is due: graduation moved by whole months. */
export const dueOn = (graduation: string, month: OutcomeMonth): string => {
  const [year = 0, at = 1] = graduation.split("-").map(Number);
  const total = at - 1 + month;
  return `${year + Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}-01`;
};

export const OUTCOME_SOURCES = ["employer", "graduate", "school_list"] as const;
export type OutcomeSource = (typeof OUTCOME_SOURCES)[number];

/**
 * How certain a source is, 4 the most: a school's list with proof (contract, admission letter) before the employer, the
 * graduate and a list without proof. House rule.
 */
export const certaintyOf = (source: OutcomeSource, withProof: boolean): number => {
  if (source === "school_list") return withProof ? 4 : 1;
  return source === "employer" ? 3 : 2;
};

/** Which of several reports of one graduate and month counts: the more certain, among equals the later. */
export const standingReport = <R extends { certainty: number; givenOn: string; id: string }>(
  reports: readonly R[],
): R | null =>
  [...reports].sort(
    (a, b) => b.certainty - a.certainty || b.givenOn.localeCompare(a.givenOn) || b.id.localeCompare(a.id),
  )[0] ?? null;

/** One graduate as the figures see them; null is unknown. */
export type OutcomeFact = {
  destination: string | null;
  sameUnit: boolean | null;
  matched: "yes" | "no" | null;
  regionCode: string | null;
  /** first four characters of the school's region */
  schoolCity: string;
  /** had a placement that ran to its end */
  placed: boolean;
};

/** A share with what it was divided from; `hidden` where fewer than five stand under the line, then nothing is told. */
export type OutcomeFigure =
  | { hidden: true; excluded: null; unknown: null }
  | { hidden: false; numerator: number; denominator: number; unknown: number; excluded: number };

export const FIGURE_NAMES = ["settled", "matched", "local", "retained"] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

const LEAST = 5;

const figure = (numerator: number, denominator: number, unknown: number, excluded: number): OutcomeFigure => {
  const parts = [numerator, denominator - numerator].filter((part) => part > 0);
  return denominator < LEAST || parts.some((part) => part < LEAST)
    ? { hidden: true, excluded: null, unknown: null }
    : { hidden: false, numerator, denominator, unknown, excluded };
};

/**
 * The four shares of a cohort. Goes in: one fact for each graduate of it, reported or not.
 * - settled 毕业去向落实率: employed or settled / all whose destination is known, code 65 left out.
 * - matched 专业对口率: at work in an occupation that fits the major / at work with a known occupation.
 * - local 本地就业率: at work in the school's city / at work with a known region.
 * - retained 留用率: employed by the unit of the placement / with a finished placement and a known destination.
 * An unknown stands in neither part and is told beside; a share over fewer than five, or that would show fewer than five,
 * is hidden. House rule, unverified.
 */
export const outcomeShares = (facts: readonly OutcomeFact[]): Record<FigureName, OutcomeFigure> => {
  const kindOf = (one: OutcomeFact) => (one.destination === null ? null : destinationKind(one.destination));
  const counted = facts.filter((one) => kindOf(one) !== "excluded");
  const excluded = facts.length - counted.length;
  const known = counted.filter((one) => kindOf(one) !== null);
  const atWork = known.filter((one) => kindOf(one) === "employed");
  const fitted = atWork.filter((one) => one.matched !== null);
  const placedSomewhere = atWork.filter((one) => one.regionCode !== null);
  const hosted = known.filter((one) => one.placed);
  const count = (some: readonly OutcomeFact[], is: (one: OutcomeFact) => boolean) => some.filter(is).length;
  const settled = count(known, (one) => kindOf(one) !== "open");
  return {
    settled: figure(settled, known.length, counted.length - known.length, excluded),
    matched: figure(
      count(fitted, (one) => one.matched === "yes"),
      fitted.length,
      atWork.length - fitted.length,
      excluded,
    ),
    local: figure(
      count(placedSomewhere, (one) => one.regionCode?.startsWith(one.schoolCity) ?? false),
      placedSomewhere.length,
      atWork.length - placedSomewhere.length,
      excluded,
    ),
    retained: figure(
      count(hosted, (one) => one.sameUnit === true),
      hosted.length,
      count(counted, (one) => one.placed && kindOf(one) === null),
      excluded,
    ),
  };
};
