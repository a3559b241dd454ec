import { addDays, civilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import { OFFER_DAYS } from "./rules/application-turns";

/** What a host's forms begin with: an interview in three working days, an offer that stands for the usual time. */
export const actDates = (now: Date) => {
  const on = civilDate(now);
  return { interviewOn: addWorkingDays(on, 3).date, until: addDays(on, OFFER_DAYS.usual) };
};
