import type { Language } from "~/platform/i18n/words";
import { civilDate, daysBetween } from "~/platform/time/clock";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const civil = /^\d{4}-\d{2}-\d{2}$/;

/** Formatters are costly to make and cheap to use: one for each language and form is kept. */
const kept = <F>(make: (language: Language) => F): ((language: Language) => F) => {
  const held = new Map<Language, F>();
  return (language) => {
    let found = held.get(language);
    if (found === undefined) {
      found = make(language);
      held.set(language, found);
    }
    return found;
  };
};

const relative = kept((language) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
const wholeDay = kept(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }),
);
const wholeInstant = kept(
  (language) =>
    new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Shanghai" }),
);
const monthDay = { month: "long", day: "numeric", timeZone: "UTC" } as const;
const dayOfYear = kept((language) => new Intl.DateTimeFormat(language, monthDay));
const dayAndYear = kept((language) => new Intl.DateTimeFormat(language, { ...monthDay, year: "numeric" }));
const dayUnit = kept(
  (language) => new Intl.NumberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" }),
);

/** House rule of print: a space between figures and Chinese characters, as everywhere else in the words. */
const spaced = (text: string): string =>
  text.replace(/(\d)(?=\p{Script=Han})/gu, "$1 ").replace(/(\p{Script=Han})(?=\d)/gu, "$1 ");

const asDay = (at: string): string => (civil.test(at) ? at : civilDate(new Date(at)));

/**
 * How far `at` lies from `now`, in words: "3天后", "昨天", "in 2 hours".
 * In: `at` a civil date or an ISO instant, `now` an ISO instant. An instant within the same Shanghai day is told in
 * minutes or hours; everything else in days up to 30, then months, then years.
 */
export const relativeText = (at: string, now: string, language: Language): string => {
  const format = relative(language);
  const days = daysBetween(civilDate(new Date(now)), asDay(at));
  if (days === 0 && !civil.test(at)) {
    const apart = Date.parse(at) - Date.parse(now);
    if (Math.abs(apart) < HOUR) return spaced(format.format(Math.trunc(apart / MINUTE), "minute"));
    return spaced(format.format(Math.trunc(apart / HOUR), "hour"));
  }
  if (Math.abs(days) <= 30) return spaced(format.format(days, "day"));
  if (Math.abs(days) < 365) return spaced(format.format(Math.trunc(days / 30.44), "month"));
  return spaced(format.format(Math.trunc(days / 365.25), "year"));
};

/** The absolute form of a civil date or an instant, in Shanghai time: "2026 年 9 月 1 日", "2026 年 9 月 1 日 21:14". */
export const absoluteText = (at: string, language: Language): string =>
  spaced(
    civil.test(at)
      ? wholeDay(language).format(new Date(`${at}T00:00:00Z`))
      : wholeInstant(language).format(new Date(at)),
  );

/** The day alone, without the year when it is this year's: "11 月 27 日", "27 November 2027". */
export const dayText = (at: string, now: string, language: Language): string => {
  const day = asDay(at);
  const sameYear = day.slice(0, 4) === civilDate(new Date(now)).slice(0, 4);
  const format = (sameYear ? dayOfYear : dayAndYear)(language);
  return spaced(format.format(new Date(`${day}T00:00:00Z`)));
};

/** A whole number of days in words: "3 天", "1 day". */
export const daysText = (days: number, language: Language): string => spaced(dayUnit(language).format(days));

/** Whole days from now to a due date (civil, or the Shanghai day of an instant): negative when late, 0 today. */
export const daysLeft = (due: string, now: string): number =>
  daysBetween(civilDate(new Date(now)), asDay(due));
