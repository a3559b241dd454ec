import type { LoaderFunctionArgs } from "@remix-run/node";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { calendarAnswer, calendarText, type DatedThing } from "../calendar.server";

const DATES = ["openUntil", "startsOn", "endsOn"] as const;

/** The days of a published listing as a calendar: until when it is open, when it begins and ends. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const listing = await read.listing.findFirst({
    where: { id: params.id ?? "", state: "published" },
    select: { id: true, title: true, openUntil: true, startsOn: true, endsOn: true, organizationId: true },
  });
  if (!listing) return throwRefusal(notFound().refusal);
  const owner = await read.organization.findUnique({
    where: { id: listing.organizationId },
    select: { name: true },
  });
  const language = languageOf(request.headers);
  const t = translatorFor(language).room("seen");
  const things = DATES.flatMap((date): DatedThing[] => {
    const on = listing[date];
    if (!on) return [];
    return [
      {
        id: `${listing.id}-${date}`,
        on,
        summary: t(`dates.${date}`, { title: listing.title }),
        description: owner?.name ?? "",
        url: `${config().baseUrl}/listings/${listing.id}`,
      },
    ];
  });
  const text = calendarText({ name: listing.title, language, now: systemClock.now(), things });
  return calendarAnswer(text, "dates.ics", 300);
};
