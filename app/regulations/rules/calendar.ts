import { workingDay } from "~/platform/time/working-days";

export type DayKind = "workday" | "rest_day" | "unknown";

/** Says what a civil date is; "unknown" when the year's holiday arrangement has not been published. */
export type Calendar = { readonly kindOf: (date: string) => DayKind };

/**
 * The published arrangement: statutory holidays and ordinary weekends are rest days, weekends moved by the yearly
 * notice are work days. Every day of a year not yet published is unknown, because its weekends may still be moved.
 */
export const publishedCalendar: Calendar = {
  kindOf: (date) => {
    const day = workingDay(date);
    if (!day.certain) return "unknown";
    return day.working ? "workday" : "rest_day";
  },
};
