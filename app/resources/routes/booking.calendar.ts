import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarAnswer } from "~/marketplace/calendar.server";
import { requireStaff } from "~/marketplace/staff.server";
import { config } from "~/platform/config/config.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { translatorFor } from "~/words/translator.server";
import { SHARING } from "../policy";
import { bookingPage } from "../queries/booking-page.server";
import { sessionCalendar } from "../session-calendar.server";

/** One booking as a calendar file, for its two sides. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, SHARING);
  const page = await bookingPage(ctx, params.id ?? "");
  if (!page) return throwRefusal(notFound().refusal);
  const language = languageOf(request.headers);
  const t = translatorFor(language).room("resources");
  const name = t("ics.booking", { title: page.resource.title, group: page.group });
  const text = sessionCalendar({
    name,
    language,
    now: ctx.clock.now(),
    sessions: [
      {
        ...page.slot,
        id: `booking-${page.id}`,
        cancelled: page.state === "cancelled",
        sequence: page.version,
        summary: name,
        description: page.resource.safetyNotice,
        location: page.resource.place,
        url: `${config().baseUrl}/resources/bookings/${page.id}`,
      },
    ],
  });
  return calendarAnswer(text, "booking.ics", 0);
};
