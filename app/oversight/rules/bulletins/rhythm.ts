export const RHYTHMS = ["monthly", "quarterly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Months in which an issue is due: every one, or the first of a quarter. */
const isDue = (rhythm: Rhythm, month: number): boolean => rhythm === "monthly" || month % 3 === 1;

const two = (count: number): string => String(count).padStart(2, "0");

/**
 * The first day an issue is due on or after a civil date. Goes in: the rhythm, the day of the month (1 to 28, so that every
 * month has it), the date. Comes out: a civil date.
 */
export const dueFrom = (rhythm: Rhythm, day: number, from: string): string => {
  let [year = 0, month = 1] = from.split("-").map(Number);
  for (;;) {
    const on = `${year}-${two(month)}-${two(day)}`;
    if (isDue(rhythm, month) && on >= from) return on;
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
};

/** The next day after one on which an issue is due. */
export const dueAfter = (rhythm: Rhythm, day: number, on: string): string => {
  const [year = 0, month = 1] = on.split("-").map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`;
  return dueFrom(rhythm, day, next);
};

export type Period = { readonly id: string; readonly from: string; readonly to: string };

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The month or quarter an issue of a day tells of: the one before it. */
export const periodOf = (rhythm: Rhythm, on: string): Period => {
  const [year = 0, month = 1] = on.split("-").map(Number);
  const months = rhythm === "monthly" ? 1 : 3;
  const end = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  const start = end.month - months + 1;
  return {
    id: rhythm === "monthly" ? `${end.year}-${two(end.month)}` : `${end.year}-Q${end.month / 3}`,
    from: `${end.year}-${two(start)}-01`,
    to: `${end.year}-${two(end.month)}-${two(lastDay(end.year, end.month))}`,
  };
};

export type Due = {
  readonly on: string;
  readonly period: Period;
  readonly missed: readonly string[];
  readonly next: string;
};

const MOST_MISSED = 24;

/**
 * What is due on a civil date: one issue, of the latest period, however many were missed while nothing ran; their periods
 * are named in it. Goes in: the rhythm, the day, the date of the next issue, today. Comes out: null while nothing is due.
 */
export const dueOn = (rhythm: Rhythm, day: number, nextOn: string, today: string): Due | null => {
  if (nextOn > today) return null;
  const missed: string[] = [];
  let on = nextOn;
  for (let next = dueAfter(rhythm, day, on); next <= today; next = dueAfter(rhythm, day, on)) {
    missed.push(periodOf(rhythm, on).id);
    on = next;
  }
  return {
    on,
    period: periodOf(rhythm, on),
    missed: missed.slice(-MOST_MISSED),
    next: dueAfter(rhythm, day, on),
  };
};
