import { addDays } from "~/platform/time/clock";

/** Weeks of one placement that are looked at, at most: more than a year. */
const MOST_WEEKS = 60;

/** Mondays of the working days a week record holds, in order. */
export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** The Monday of the ISO week a civil date (Asia/Shanghai) lies in. */
export const mondayOf = (date: string): string =>
  addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Whether a text is a civil date that is a Monday. */
export const isMonday = (date: string): boolean => mondayOf(date) === date;

/** From when to when somebody was at work: civil dates; the day of an early end or of a pause, where there was one. */
export type AtWork = {
  startsOn: string;
  endsOn: string;
  startedOn: string | null;
  endedOn: string | null;
  pausedOn: string | null;
};

const lastDay = (work: AtWork): string =>
  [work.endsOn, work.endedOn, work.pausedOn].filter((day): day is string => day !== null).sort()[0] ??
  work.endsOn;

/**
 * The weeks of a placement that have begun, oldest first. Goes in: when somebody was at work, today's civil date. Comes
 * out: Mondays from the week of the first day to the week of the last day or of today; none in the future. House rule.
 */
export const weeksBegun = (work: AtWork, today: string): string[] => {
  const last = lastDay(work) < today ? lastDay(work) : today;
  const mondays: string[] = [];
  for (let at = mondayOf(work.startedOn ?? work.startsOn); at <= last; at = addDays(at, 7)) mondays.push(at);
  return mondays.slice(-MOST_WEEKS);
};

/**
 * The weeks that are over and have no record. Goes in: when somebody was at work, the Mondays on record, today. Comes out:
 * Mondays, oldest first; the running week is never missing. House rule.
 */
export const missingWeeks = (work: AtWork, recorded: ReadonlySet<string>, today: string): string[] =>
  weeksBegun(work, today).filter((monday) => addDays(monday, 6) < today && !recorded.has(monday));

/**
 * The weeks a pause took whole. Goes in: the civil days it began and ended. Comes out: Mondays, oldest first; a week with a
 * day at work before or after is none of them. House rule.
 */
export const pausedWeeks = (pausedOn: string, resumedOn: string): string[] => {
  const first = isMonday(pausedOn) ? pausedOn : addDays(mondayOf(pausedOn), 7);
  const mondays: string[] = [];
  for (let at = first; addDays(at, 6) < resumedOn; at = addDays(at, 7)) mondays.push(at);
  return mondays.slice(0, MOST_WEEKS);
};

export type WeekRefused = "notMonday" | "future" | "outside";

/** Whether a week may be written: a Monday, begun, within the placement. Comes out: null, or why not. House rule. */
export const weekRefused = (work: AtWork, monday: string, today: string): WeekRefused | null => {
  if (!isMonday(monday)) return "notMonday";
  if (monday > today) return "future";
  return weeksBegun(work, today).includes(monday) ? null : "outside";
};

/** Hours as typed (halves and quarters allowed, at most 24 a day) to whole minutes. */
export const minutesOf = (hours: readonly (number | undefined)[]): number[] =>
  DAYS.map((day) => Math.round((hours[day] ?? 0) * 60));

/** Reads the stored seven numbers; anything else counts as no hours. */
export const storedMinutes = (text: string | null): number[] => {
  const read: unknown = text === null ? null : JSON.parse(text);
  return Array.isArray(read) ? DAYS.map((day) => Number(read[day] ?? 0)) : DAYS.map(() => 0);
};

/** Minutes as hours, at most two decimals: 450 → 7.5. */
export const hoursOf = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** Rows by a key of theirs, in their order. */
export const byKey = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const known = map.get(keyOf(row));
    if (known) known.push(row);
    else map.set(keyOf(row), [row]);
  }
  return map;
};
