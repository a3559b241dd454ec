import type { Criterion, CriterionId, RecognitionPack } from "./packs";

/** What records and the enterprise's own evidence show for each condition; money in fen. */
export type Shown = { readonly [K in CriterionId]: { records: number; own: number } };

export type CriterionProgress = Criterion & {
  records: number;
  own: number;
  reached: number;
  missing: number;
  met: boolean;
};

export type Progress = { criteria: CriterionProgress[]; met: number; needed: number; qualifies: boolean };

/**
 * How far an enterprise has come. Goes in: the pack and what is shown. Comes out: each condition with what is reached and
 * missing, how many are met and whether that is enough. Records and own evidence add up; nothing below zero counts.
 */
export const progressOf = (pack: RecognitionPack, shown: Shown): Progress => {
  const criteria = pack.criteria.map((criterion): CriterionProgress => {
    const { records, own } = shown[criterion.id];
    const reached = Math.max(0, records) + Math.max(0, own);
    const missing = Math.max(0, criterion.threshold - reached);
    return { ...criterion, records, own, reached, missing, met: missing === 0 };
  });
  const met = criteria.filter((one) => one.met).length;
  return { criteria, met, needed: pack.needed, qualifies: met >= pack.needed };
};

/** The share of qualifying investment that may be offset against education surcharges, in basis points. House rule [M]. */
export const OFFSET_SHARE_BP = 3_000;

export type BenefitYear = { year: number; investmentFen: number; surchargeFen: number };
export type BenefitLine = BenefitYear & { creditFen: number; offsetFen: number; carriedFen: number };

/**
 * The surcharge offset year by year with carry-forward: offset = min(30 % of the year's investment + what was carried in,
 * the year's surcharges); the rest is carried on. Goes in: years in any order. Comes out: a line a year, oldest first.
 * Source: the formula of 财税〔2019〕46号 as the house knows it; not verified against the text.
 */
export const benefitLines = (years: readonly BenefitYear[]): BenefitLine[] => {
  let carriedFen = 0;
  return [...years]
    .sort((a, b) => a.year - b.year)
    .map((year) => {
      const creditFen = Math.floor((year.investmentFen * OFFSET_SHARE_BP) / 10_000) + carriedFen;
      const offsetFen = Math.min(creditFen, year.surchargeFen);
      carriedFen = creditFen - offsetFen;
      return { ...year, creditFen, offsetFen, carriedFen };
    });
};

export type WhatIf = { missingFen: number; offsetMoreFen: number; carriedMoreFen: number; meets: boolean };

/**
 * What one more contribution to a training base would bring this year: what would still be missing of the investment
 * condition, and how much more could be offset now and later. Goes in: progress, years, the year and the amount in fen.
 */
export const whatIfContribution = (
  progress: Progress,
  years: readonly BenefitYear[],
  year: number,
  amountFen: number,
): WhatIf => {
  const investment = progress.criteria.find(({ id }) => id === "CJ-5");
  const missingFen = Math.max(0, (investment?.missing ?? 0) - amountFen);
  const now = benefitLines(years).at(-1);
  const known = years.some((one) => one.year === year);
  const more = known
    ? years.map((one) => (one.year === year ? { ...one, investmentFen: one.investmentFen + amountFen } : one))
    : [...years, { year, investmentFen: amountFen, surchargeFen: 0 }];
  const then = benefitLines(more).at(-1);
  const sum = (lines: readonly BenefitLine[]): number =>
    lines.reduce((total, line) => total + line.offsetFen, 0);
  return {
    missingFen,
    meets: missingFen === 0,
    offsetMoreFen: sum(benefitLines(more)) - sum(benefitLines(years)),
    carriedMoreFen: (then?.carriedFen ?? 0) - (now?.carriedFen ?? 0),
  };
};
