import ical, { ICalEventStatus } from "ical-generator";
import type { Language } from "~/platform/i18n/words";

/** One session as a calendar shows it; the minutes are of its civil day in Asia/Shanghai. */
export type CalendarSession = {
  id: string;
  day: string;
  fromMinute: number;
  toMinute: number;
  cancelled: boolean;
  summary: string;
  description: string;
  location: string;
  url: string;
  /** how often it changed: calendars take the later one */
  sequence: number;
};

type Facts = { name: string; language: Language; now: Date; sessions: readonly CalendarSession[] };

const SHANGHAI_MINUTES = 8 * 60;

const instant = (day: string, minute: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (minute - SHANGHAI_MINUTES) * 60_000);

/**
 * Sessions as an iCalendar. Goes in: the calendar's name, the language, the time, the sessions. Comes out: the text, every
 * session an event with its instants in UTC, one that was called off marked so. Source: RFC 5545.
 */
export const sessionCalendar = ({ name, language, now, sessions }: Facts): string => {
  const calendar = ical({
    name,
    prodId: { company: "Chanjiao Bridge", product: "resources", language: language === "en" ? "EN" : "ZH" },
  });
  for (const one of sessions) {
    calendar.createEvent({
      id: `${one.id}@chanjiao-bridge`,
      start: instant(one.day, one.fromMinute),
      end: instant(one.day, one.toMinute),
      stamp: now,
      sequence: one.sequence,
      summary: one.summary,
      description: one.description,
      location: one.location,
      url: one.url,
      status: one.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
};
