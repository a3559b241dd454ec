import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { translatorFor } from "~/words/translator.server";
import { interviewCalendar } from "../interview-calendar.server";
import { interviewOfApplication } from "../queries/interview-of-application.server";

/** The interview of an application as a calendar file, for the student, the host and the school. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const found = await interviewOfApplication(actor, params.id ?? "", clock.now());
  if (!found) return throwRefusal(notFound().refusal);
  const { interview, title } = found;
  const t = translatorFor(languageOf(request.headers)).room("applications");
  const text = interviewCalendar({
    ...interview,
    summary: t("interview.summary", { title }),
    stamp: interview.answeredAt ?? interview.createdAt,
  });
  return new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="interview-${interview.applicationId}.ics"`,
      "Cache-Control": "private, no-store",
    },
  });
};
