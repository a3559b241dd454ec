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
