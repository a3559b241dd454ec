import { addDays } from "~/platform/time/clock";

/**
 * The last day of a term of whole years: three years from 2026-09-01 end on 2029-08-31. A term that starts on
 * 29 February ends on the last day of February.
 */
export const endOfYears = (start: string, years: number): string => {
  const year = Number(start.slice(0, 4)) + years;
  return start.endsWith("-02-29") ? addDays(`${year}-03-01`, -1) : addDays(`${year}${start.slice(4)}`, -1);
};
