import { addWorkingDays, type CountedDate } from "~/platform/time/working-days";

/** Working days the operator takes at most to look at a profile. House rule. */
export const REVIEW_WORKING_DAYS = 3;

/** By when the operator answers what was submitted on a civil date (Asia/Shanghai); uncertain without a calendar. */
export const reviewDue = (submittedOn: string): CountedDate =>
  addWorkingDays(submittedOn, REVIEW_WORKING_DAYS);
