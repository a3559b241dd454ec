const SCHOOL_YEAR_BEGINS = "09-01";

/**
 * The year of study on a civil date: 1 from 1 September of the year of entry, 2 from the September after. Goes in: the
 * year of entry and the date. Comes out: the year, at least 1. Source: the school year begins in September; house rule.
 */
export const yearOfStudy = (entryYear: number, on: string): number => {
  const year = Number(on.slice(0, 4)) - (on.slice(5) >= SCHOOL_YEAR_BEGINS ? 0 : 1);
  return Math.max(1, year - entryYear + 1);
};
