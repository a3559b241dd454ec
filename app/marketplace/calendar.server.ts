import ical from "ical-generator";
import type { Language } from "~/platform/i18n/words";
import { addDays } from "~/platform/time/clock";

/** Something that falls on one civil date, as a calendar shows it. */
export type DatedThing = {
  /** The same for ever: calendars that read again move it instead of showing it twice. */
  id: string;
  on: string;
  summary: string;
  description: string;
  url: string;
};

type CalendarFacts = { name: string; language: Language; now: Date; things: readonly DatedThing[] };

/** Hours after which a calendar program should read again. */
const READ_AGAIN_HOURS = 6;

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/**
 * Days as an iCalendar. In: its name, the language, the time, things on civil dates. Out: the text; every thing is an
 * event of a whole day, without a time zone: a civil date is the same day wherever it is read. Source: RFC 5545.
 */
export const calendarText = ({ name, language, now, things }: CalendarFacts): string => {
  const calendar = ical({
    name,
    prodId: { company: "Chanjiao Bridge", product: "deadlines", language: language === "en" ? "EN" : "ZH" },
    ttl: READ_AGAIN_HOURS * 3600,
  });
  for (const { id, on, summary, description, url } of things) {
    calendar.createEvent({
      id: `${id}@chanjiao-bridge`,
      start: midnight(on),
      end: midnight(addDays(on, 1)),
      allDay: true,
      stamp: now,
      summary,
      description,
      url,
    });
  }
  return calendar.toString();
};

/** The answer that carries a calendar. `keptSeconds` 0 for one that is somebody's own. */
export const calendarAnswer = (text: string, fileName: string, keptSeconds: number): Response =>
  new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `inline; filename="${fileName}"`,
      "Cache-Control": keptSeconds > 0 ? `public, max-age=${keptSeconds}` : "private, no-store",
      Vary: "Accept-Language, Cookie",
    },
  });
