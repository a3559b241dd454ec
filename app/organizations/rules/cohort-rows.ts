type Row = { entryYear?: number; students?: number; practiceFrom?: string; practiceTo?: string };

export type CohortRow = {
  entryYear: number;
  students: number;
  practiceFrom: string | null;
  practiceTo: string | null;
};

/** The filled rows of the cohort table, latest intake first; rows left empty stand for nothing. */
export const cohortRows = (rows: readonly Row[]): CohortRow[] =>
  rows
    .flatMap(({ entryYear, students, practiceFrom, practiceTo }) =>
      entryYear === undefined || students === undefined
        ? []
        : [{ entryYear, students, practiceFrom: practiceFrom ?? null, practiceTo: practiceTo ?? null }],
    )
    .sort((a, b) => b.entryYear - a.entryYear);

/** Rows the empty table starts with, and how many "more rows" adds. */
const STEP = 4;

/**
 * How many rows of cohorts a form shows. Goes in: the rows stored, the rows the form had, whether more were asked for,
 * and the most there may be. Comes out: always room for one more intake, at least four. House rule.
 */
export const cohortRowCount = (stored: number, had: number, more: boolean, most: number): number =>
  Math.min(most, Math.max(STEP, stored + 1, had) + (more ? STEP : 0));
