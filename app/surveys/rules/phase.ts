import { daysBetween } from "~/platform/time/clock";

/** planned 未开始 · open 进行中 · counting 待统计 · closed 已结束 · cancelled 已取消 */
export type Phase = "planned" | "open" | "counting" | "closed" | "cancelled";

type Dated = { readonly state: string; readonly opensOn: string; readonly closesOn: string };

/** Where a survey stands on a civil date; answers are taken only while it is open, both days included. */
export const phaseOn = (survey: Dated, on: string): Phase => {
  if (survey.state === "closed" || survey.state === "cancelled") return survey.state;
  if (survey.state === "counting" || on > survey.closesOn) return "counting";
  return on < survey.opensOn ? "planned" : "open";
};

/** Days a survey lasts, at least and at most; how far ahead it may be planned. House rules. */
export const SHORTEST_DAYS = 3;
export const LONGEST_DAYS = 60;
export const AHEAD_DAYS = 180;

export type DatesFault = { field: "opensOn" | "closesOn"; key: string; values?: Record<string, number> };

/** What is wrong with the days of a new survey; null when nothing is. Goes in: both days and today, civil dates. */
export const datesFault = (opensOn: string, closesOn: string, today: string): DatesFault | null => {
  if (opensOn < today) return { field: "opensOn", key: "surveys.errors.opensPast" };
  if (daysBetween(today, opensOn) > AHEAD_DAYS)
    return { field: "opensOn", key: "surveys.errors.opensFar", values: { days: AHEAD_DAYS } };
  const days = daysBetween(opensOn, closesOn) + 1;
  if (days < SHORTEST_DAYS)
    return { field: "closesOn", key: "surveys.errors.tooShort", values: { days: SHORTEST_DAYS } };
  if (days > LONGEST_DAYS)
    return { field: "closesOn", key: "surveys.errors.tooLong", values: { days: LONGEST_DAYS } };
  return null;
};

/** Letters in all: the invitation and two reminders, so many days apart. House rules. */
export const MOST_LETTERS = 3;
export const DAYS_BETWEEN_LETTERS = 5;
