import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { config } from "~/platform/config/config.server";

const STATUS: Record<string, ICalEventStatus> = {
  confirmed: ICalEventStatus.CONFIRMED,
  proposed: ICalEventStatus.TENTATIVE,
  change_asked: ICalEventStatus.TENTATIVE,
  replaced: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
};

const MINUTE_MS = 60_000;

/**
 * An interview as a calendar file (RFC 5545). Goes in: the appointment and its words in the reader's language. Comes out:
 * the text. All appointments of one application are the same event with a growing sequence, so that a moved one replaces
 * the earlier in the reader's calendar and a cancelled one leaves it.
 */
export const interviewCalendar = (of: {
  applicationId: string;
  startsAt: Date;
  minutes: number;
  place: string;
  note: string;
  state: string;
  sequence: number;
  summary: string;
  stamp: Date;
}): string => {
  const url = `${config().baseUrl}/applications/${of.applicationId}`;
  const status = STATUS[of.state] ?? ICalEventStatus.TENTATIVE;
  const calendar = ical({
    prodId: { company: "chanjiao-bridge", product: "applications" },
    method: status === ICalEventStatus.CANCELLED ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `interview-${of.applicationId}@chanjiao-bridge`,
    sequence: of.sequence,
    start: of.startsAt,
    end: new Date(of.startsAt.getTime() + of.minutes * MINUTE_MS),
    stamp: of.stamp,
    summary: of.summary,
    location: of.place,
    description: [of.note, url].filter((part) => part !== "").join("\n"),
    status,
    url,
  });
  return calendar.toString();
};
