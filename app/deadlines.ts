import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarAnswer, calendarText, type DatedThing } from "~/marketplace/calendar.server";
import { calendarReaders, lastOpenDays } from "~/marketplace/queries/calendar-readers.server";
import { waitingFor } from "~/marketplace/queries/waiting.server";
import { config } from "~/platform/config/config.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { civilDate, systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { WHAT_WAITS } from "./what-waits.server";

/**
 * A person's deadlines as a calendar, under their secret address: enquiries to answer, agreements and commitments that are
 * due, last open days of listings, for every organization they belong to. An unknown or revoked address is not found.
 */
export const loader = async ({ params }: LoaderFunctionArgs) => {
  const found = await calendarReaders(params.token ?? "");
  if (!found) return throwRefusal(notFound().refusal);
  const now = systemClock.now();
  const today = civilDate(now);
  const { baseUrl } = config();
  const words = translatorFor(found.language);
  const things = new Map<string, DatedThing>();
  for (const reader of found.readers) {
    const description = reader.organization?.name ?? "";
    const { items } = await waitingFor(reader, today, WHAT_WAITS);
    for (const { id, due, title, action } of items) {
      if (!due) continue;
      const summary = words.any(title.key, title.values);
      things.set(id, { id, on: due, summary, description, url: `${baseUrl}${action.href}` });
    }
    const { organizationId, organization } = reader;
    if (!organizationId || organization?.role === "student") continue;
    for (const { id, title, openUntil } of await lastOpenDays(organizationId, today)) {
      if (!openUntil) continue;
      things.set(`open:${id}`, {
        id: `${id}-openUntil`,
        on: openUntil,
        summary: words.any("seen.dates.openUntil", { title }),
        description,
        url: `${baseUrl}/listings/${id}`,
      });
    }
  }
  const name = words.any("seen.calendarName");
  const text = calendarText({ name, language: found.language, now, things: [...things.values()] });
  return calendarAnswer(text, "deadlines.ics", 0);
};
