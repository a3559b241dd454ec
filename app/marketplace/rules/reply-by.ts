import { addWorkingDays } from "~/platform/time/working-days";

export const DEFAULT_REPLY_DAYS = 5;
export const LEAST_REPLY_DAYS = 3;
export const MOST_REPLY_DAYS = 10;

export type ReplyBy = {
  /** Last civil date of the turn. */
  replyBy: string;
  /** Instant of the one reminder. */
  remindAt: Date;
  /** False when a day on the way lies in a year whose holidays are not published yet. */
  certain: boolean;
};

/** Nine in the morning in Shanghai: a reminder is read at work. */
const morningOf = (date: string): Date => new Date(`${date}T01:00:00.000Z`);

/**
 * When a turn that begins on a civil date ends, and when its reminder goes out. Goes in: the date the turn begins
 * (YYYY-MM-DD, Shanghai) and the working days it may take; a number outside 3–10 is brought to the nearer end. Comes
 * out: the last date, the reminder at half of the working days (rounded down, at least one) at nine in the morning,
 * and whether every day on the way is of a published year. House rule; working days as in `working-days.ts`.
 */
export const replyByOf = (on: string, replyDays: number): ReplyBy => {
  const days = Math.min(MOST_REPLY_DAYS, Math.max(LEAST_REPLY_DAYS, Math.trunc(replyDays)));
  const end = addWorkingDays(on, days);
  const half = addWorkingDays(on, Math.max(1, Math.floor(days / 2)));
  return { replyBy: end.date, remindAt: morningOf(half.date), certain: end.certain };
};
