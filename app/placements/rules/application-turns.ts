import { addDays, civilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import type { ApplicationState } from "./application-lifecycle";

/** Whose turn it is in an open application. */
export type Turn = "host" | "student" | "guardian";

export type TurnDates = {
  turn: Turn;
  /** Last civil date of the turn. */
  replyBy: string;
  /** False when a day on the way lies in a year whose holidays are not published. */
  certain: boolean;
  /** Instant of the one reminder. */
  remindAt: Date;
};

/** Working days the host has in each state until it must answer. House rule. */
export const HOST_DAYS: Partial<Record<ApplicationState, number>> = {
  submitted: 5,
  read: 5,
  shortlisted: 8,
  interview: 5,
};

/** Working days a student has to confirm an interview. House rule. */
export const CONFIRM_DAYS = 2;

/** A missing consent is waited for so many days, as long as a guardian's link lives. House rule. */
export const CONSENT_DAYS = 30;

/** An offer stands for at least and at most so many days. House rule. */
export const OFFER_DAYS = { least: 2, usual: 5, most: 15 } as const;

/** Open applications a student may have at once: enough to choose, few enough to be meant. House rule. */
export const MOST_OPEN = 8;

/** Nine in the morning in Shanghai: a reminder is read at work. */
const morningOf = (date: string): Date => new Date(`${date}T01:00:00.000Z`);

const inWorkingDays = (turn: Turn, from: string, days: number): TurnDates => {
  const end = addWorkingDays(from, days);
  const half = addWorkingDays(from, Math.max(1, Math.floor(days / 2)));
  return { turn, replyBy: end.date, certain: end.certain, remindAt: morningOf(half.date) };
};

/** The host's turn that begins on a civil date in a state: working days by `HOST_DAYS`, five where none is named. */
export const hostTurn = (state: ApplicationState, on: string): TurnDates =>
  inWorkingDays("host", on, HOST_DAYS[state] ?? 5);

/** The host's turn once an interview is agreed: so many working days after the day of the interview. */
export const hostTurnAfterInterview = (startsAt: Date): TurnDates => {
  const day = civilDate(startsAt);
  const end = addWorkingDays(day, HOST_DAYS.interview ?? 5);
  return {
    turn: "host",
    replyBy: end.date,
    certain: end.certain,
    remindAt: morningOf(addWorkingDays(day, 2).date),
  };
};

/** The student's turn to confirm an interview, at the latest on the day of the interview itself. */
export const confirmTurn = (on: string, startsAt: Date): TurnDates => {
  const turn = inWorkingDays("student", on, CONFIRM_DAYS);
  const day = civilDate(startsAt);
  return day < turn.replyBy ? { ...turn, replyBy: day, certain: true } : turn;
};

/** The turn of whoever's consent is missing: calendar days, reminded after a week. */
export const consentTurn = (turn: "student" | "guardian", on: string): TurnDates => ({
  turn,
  replyBy: addDays(on, CONSENT_DAYS),
  certain: true,
  remindAt: morningOf(addDays(on, 7)),
});

/** The student's turn on an offer: until the end of the date the host chose, reminded the day before it ends. */
export const offerTurn = (until: string, on: string): TurnDates => {
  const before = addDays(until, -1);
  return {
    turn: "student",
    replyBy: until,
    certain: true,
    remindAt: morningOf(before > on ? before : addDays(on, 1)),
  };
};

/**
 * Whether a host may let an offer end on a date. In: the date and today. Out: null, or the word of what is wrong: too
 * soon to decide in peace, or so late that others wait for nothing. House rule.
 */
export const offerDateRefusal = (until: string, today: string): "offerTooSoon" | "offerTooLate" | null => {
  if (until < addDays(today, OFFER_DAYS.least)) return "offerTooSoon";
  return until > addDays(today, OFFER_DAYS.most) ? "offerTooLate" : null;
};

/** Whether two stretches of civil dates share a day; both ends count. */
export const overlaps = (
  one: { startsOn: string; endsOn: string },
  other: { startsOn: string; endsOn: string },
): boolean => one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
