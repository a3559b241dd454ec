import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarAnswer } from "~/marketplace/calendar.server";
import { config } from "~/platform/config/config.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { civilDate, systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { sessionsAhead } from "../queries/sessions-ahead.server";
import { sessionCalendar } from "../session-calendar.server";

/** The sessions of a resource as a calendar to subscribe to: where and when, and how many seats are left. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const now = systemClock.now();
  const found = await sessionsAhead(params.id ?? "", civilDate(now));
  if (!found) return throwRefusal(notFound().refusal);
  const language = languageOf(request.headers);
  const t = translatorFor(language).room("resources");
  const { resource, owner, slots } = found;
  const text = sessionCalendar({
    name: resource.title,
    language,
    now,
    sessions: slots.map((slot) => ({
      id: `session-${slot.id}`,
      day: slot.day,
      fromMinute: slot.fromMinute,
      toMinute: slot.toMinute,
      cancelled: slot.state === "cancelled",
      sequence: slot.version,
      summary: t("ics.session", {
        title: resource.title,
        left: slot.seats - slot.taken,
        seats: slot.seats,
      }),
      description: owner,
      location: resource.place,
      url: `${config().baseUrl}/resources/${resource.id}`,
    })),
  });
  return calendarAnswer(text, "sessions.ics", 300);
};
