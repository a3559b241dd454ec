import type { SameKeys } from "~/platform/i18n/words";
import type { seen as chinese } from "../zh-CN/seen";

export const seen: SameKeys<typeof chinese> = {
  site: "Chanjiao Bridge",
  frontDescription:
    "One record for enterprises and vocational schools, from the first enquiry to a graduate in a job: internships, apprenticeships and joint projects, open to read.",
  listingDescription: "{{kind}} · {{organization}} · {{place}}",
  organizationDescription: "{{kind}} · {{region}}: public facts, what is open, how it answers",
  feedTitle: "Chanjiao Bridge · Listings",
  feedText: "The newest listings",
  feedOf: "The newest listings about “{{words}}”",
  feedLink: "Follow this search in a feed reader (Atom)",
  addDates: "Add the dates to a calendar",
  dates: {
    openUntil: "Last open day: {{title}}",
    startsOn: "Begins: {{title}}",
    endsOn: "Ends: {{title}}",
  },
  account: "My account",
  calendarName: "Chanjiao Bridge · My deadlines",
  calendarTitle: "Calendar of deadlines",
  calendarText:
    "Enquiries to answer, commitments that are due and last open days of listings, in the calendar of your phone or computer.",
  calendarLink: "See your deadlines in a calendar",
  calendarNone: "There is no calendar address yet.",
  calendarSince:
    "The calendar address was made on {{date}}. The address itself is not kept; make another if it is lost.",
  calendarMake: "Make a calendar address",
  calendarAnew: "Make a new address",
  calendarRevoke: "Stop the calendar address",
  calendarOnce: "Enter this address where your calendar subscribes to others. It is shown this once:",
  calendarRevoked: "The calendar address is stopped and finds nothing any more.",
  calendarSecret:
    "Whoever has this address sees your deadlines, so do not pass it on. A new one or stopping it ends the old one at once.",
  chooseButton: "Please use the buttons on the page.",
};
