import days from "chinese-days";

export type DayKind = "workday" | "rest_day" | "holiday" | "unknown";

/** Says what a civil date is; "unknown" when the year's holiday arrangement has not been published. */
export type Calendar = { readonly kindOf: (date: string) => DayKind };

type Year = { readonly holidays: ReadonlySet<string>; readonly rest: ReadonlySet<string> } | null;

const readYear = (year: string): Year => {
  const range = [`${year}-01-01`, `${year}-12-31`] as const;
  const holidays = new Set(days.getHolidaysInRange(...range, false));
  // A year without its National Day has not been arranged yet: its weekends may still become make-up work days.
  if (!holidays.has(`${year}-10-01`)) return null;
  return { holidays, rest: new Set(days.getHolidaysInRange(...range, true)) };
};

/** A calendar over yearly tables: statutory holidays, ordinary rest days, and weekends moved to work days. */
const calendarOver = (read: (year: string) => Year): Calendar => {
  const years = new Map<string, Year>();
  return {
    kindOf: (date) => {
      const key = date.slice(0, 4);
      let year = years.get(key);
      if (year === undefined) {
        year = read(key);
        years.set(key, year);
      }
      if (!year) return "unknown";
      if (year.holidays.has(date)) return "holiday";
      return year.rest.has(date) ? "rest_day" : "workday";
    },
  };
};

/**
 * The published arrangement of statutory holidays and make-up work days (State Council General Office, yearly, as
 * carried by the `chinese-days` package). A year not yet published is "unknown" on every day.
 */
export const publishedCalendar: Calendar = calendarOver(readYear);
