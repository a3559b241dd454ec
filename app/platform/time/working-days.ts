import days from "chinese-days";
import { addDays } from "./clock";

/**
 * Whether a civil date is a working day. `certain` is false when the year's statutory holidays and make-up work days
 * have not been published: then only weekends are known to be free, and whoever shows the date must say so.
 */
export type WorkingDay = { working: boolean; certain: boolean };

/** A date counted in working days; `certain` is false when a day on the way belongs to an unpublished year. */
export type CountedDate = { date: string; certain: boolean };

type Year = { published: boolean; rest: ReadonlySet<string> };

const years = new Map<string, Year>();

const yearOf = (date: string): Year => {
  const key = date.slice(0, 4);
  const known = years.get(key);
  if (known) return known;
  const range = [`${key}-01-01`, `${key}-12-31`] as const;
  const holidays = days.getHolidaysInRange(...range, false);
  // Every arrangement holds the National Day: a year without it has not been published.
  const published = holidays.includes(`${key}-10-01`);
  const year = { published, rest: new Set(published ? days.getHolidaysInRange(...range, true) : []) };
  years.set(key, year);
  return year;
};

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/**
 * What a civil date (YYYY-MM-DD) is. Source: the yearly arrangement of the State Council's General Office as carried by
 * the `chinese-days` package, make-up work days included; without it, Monday to Friday, marked as not certain.
 */
export const workingDay = (date: string): WorkingDay => {
  const year = yearOf(date);
  return year.published
    ? { working: !year.rest.has(date), certain: true }
    : { working: !isWeekend(date), certain: false };
};

/**
 * The civil date `count` working days after `from`, which is not counted itself. `count` is a whole number from 0;
 * 0 gives `from`. House rule: a reply due "in 3 working days" may be given until the end of that date.
 */
export const addWorkingDays = (from: string, count: number): CountedDate => {
  let date = from;
  let left = count;
  let certain = true;
  while (left > 0) {
    date = addDays(date, 1);
    const day = workingDay(date);
    certain &&= day.certain;
    if (day.working) left -= 1;
  }
  return { date, certain };
};

/** Working days after `from` up to and including `to`; 0 when `to` is not later. Same source and mark. */
export const workingDaysBetween = (from: string, to: string): { count: number; certain: boolean } => {
  let count = 0;
  let certain = true;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const day = workingDay(date);
    certain &&= day.certain;
    if (day.working) count += 1;
  }
  return { count, certain };
};
