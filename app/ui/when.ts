import type { Language } from "~/platform/i18n/words";
import { civilDate, daysBetween } from "~/platform/time/clock";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const civil = /^\d{4}-\d{2}-\d{2}$/;

const asDay = (at: string): string => (civil.test(at) ? at : civilDate(new Date(at)));

/**
 * How far `at` lies from `now`, in words: "3天后", "昨天", "in 2 hours".
 * In: `at` a civil date or an ISO instant, `now` an ISO instant. An instant within the same Shanghai day is told in
 * minutes or hours; everything else in days up to 30, then months, then years.
 */
export const relativeText = (at: string, now: string, language: Language): string => {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const days = daysBetween(civilDate(new Date(now)), asDay(at));
  if (days === 0 && !civil.test(at)) {
    const apart = Date.parse(at) - Date.parse(now);
    if (Math.abs(apart) < HOUR) return format.format(Math.trunc(apart / MINUTE), "minute");
    return format.format(Math.trunc(apart / HOUR), "hour");
  }
  if (Math.abs(days) <= 30) return format.format(days, "day");
  if (Math.abs(days) < 365) return format.format(Math.trunc(days / 30.44), "month");
  return format.format(Math.trunc(days / 365.25), "year");
};

/** The absolute form of a civil date or an instant, in Shanghai time: "2026年9月1日", "2026年9月1日 21:14". */
export const absoluteText = (at: string, language: Language): string => {
  if (civil.test(at)) {
    return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
      new Date(`${at}T00:00:00Z`),
    );
  }
  return new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Asia/Shanghai",
  }).format(new Date(at));
};

/** A whole number of days in words: "3天", "1 day". */
export const daysText = (days: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" }).format(days);

/** Whole days from now to a due date (civil, or the Shanghai day of an instant): negative when late, 0 today. */
export const daysLeft = (due: string, now: string): number =>
  daysBetween(civilDate(new Date(now)), asDay(due));
