import { addDays, daysBetween } from "~/platform/time/clock";

/** The most days one plan of sessions may reach over: a school year. House rule. */
export const PLAN_DAYS = 366;

export type Stretch = { day: string; fromMinute: number; toMinute: number };

/** "08:30" as minutes since midnight; null for what is no time of day. */
export const minuteOf = (time: string): number | null => {
  const [, hours, minutes] = time.match(/^([01]\d|2[0-3]):([0-5]\d)$/) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : null;
};

/** Minutes since midnight as "08:30". */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** The weekday of a civil date, Monday 1 to Sunday 7 (ISO 8601). */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/**
 * The days of a plan. Goes in: first and last civil date and the weekdays wanted (1–7; none means every day). Comes out: the
 * dates in order, at most those of 366 days.
 */
export const plannedDays = (from: string, to: string, weekdays: readonly number[]): string[] =>
  Array.from({ length: Math.max(0, Math.min(PLAN_DAYS, daysBetween(from, to) + 1)) }, (_, index) =>
    addDays(from, index),
  ).filter((day) => weekdays.length === 0 || weekdays.includes(weekdayOf(day)));

/** Whether two stretches of one room cannot both be: the same day, and one begins before the other ends. */
export const overlaps = (a: Stretch, b: Stretch): boolean =>
  a.day === b.day && a.fromMinute < b.toMinute && b.fromMinute < a.toMinute;
