import { addDays } from "~/platform/time/clock";

/** Days and hours of a placement, and whether weeks on record or only the agreement say so. */
export type Attendance = {
  /** records: weeks the mentor confirmed · agreed: nothing was recorded, the agreed hours stand */
  basis: "records" | "agreed";
  weeks: number;
  daysPresent: number | null;
  hours: number | null;
  /** agreed hours not worked; null while nothing was recorded or agreed */
  hoursMissed: number | null;
};

const DAY_MS = 86_400_000;

/** Weeks between two civil dates, both included, a begun week counting whole. */
export const weeksBetween = (from: string, to: string): number => {
  const days = (Date.parse(addDays(to, 1)) - Date.parse(from)) / DAY_MS;
  return Math.max(0, Math.ceil(days / 7));
};

/**
 * What a student's weeks add up to. Goes in: the agreed dates and weekly hours, and the minutes of Monday to Sunday of every
 * confirmed week. Comes out: days with work, hours, and hours missed against the agreement, never below nought. House rule.
 */
export const attendanceOf = (
  agreed: { from: string; to: string; hoursPerWeek: number | null },
  confirmed: readonly (readonly number[])[],
): Attendance => {
  const weeks = weeksBetween(agreed.from, agreed.to);
  const due = agreed.hoursPerWeek === null ? null : agreed.hoursPerWeek * weeks;
  if (confirmed.length === 0)
    return { basis: "agreed", weeks, daysPresent: null, hours: due, hoursMissed: null };
  const days = confirmed.flat();
  const hours = Math.round(days.reduce((sum, minutes) => sum + minutes, 0) / 60);
  return {
    basis: "records",
    weeks,
    daysPresent: days.filter((minutes) => minutes > 0).length,
    hours,
    hoursMissed: due === null ? null : Math.max(0, Math.round(due) - hours),
  };
};

/**
 * What several placements of one record add up to, as after a change of host: weeks, days and hours are summed; one part
 * without records makes the whole rest on what was agreed there. An unknown part leaves the sum unknown. House rule.
 */
export const attendanceOfRecord = (parts: readonly Attendance[]): Attendance => {
  const sum = (of: (part: Attendance) => number | null): number | null =>
    parts.reduce<number | null>((total, part) => {
      const value = of(part);
      return total === null || value === null ? null : total + value;
    }, 0);
  return {
    basis: parts.every((part) => part.basis === "records") ? "records" : "agreed",
    weeks: sum((part) => part.weeks) ?? 0,
    daysPresent: sum((part) => part.daysPresent),
    hours: sum((part) => part.hours),
    hoursMissed: sum((part) => part.hoursMissed),
  };
};
