import { civilDate } from "~/platform/time/clock";
import { readSearch } from "./search-query";

export const PACES = ["daily", "weekly"] as const;
export type Pace = (typeof PACES)[number];

/** Searches one person may keep, and listings one mail names. House rules. */
export const MOST_SEARCHES = 20;
export const MOST_TOLD = 30;
const LONGEST_QUERY = 500;

/** How a list is shown says nothing about what is looked for. */
const NOT_KEPT = new Set(["sort", "after"]);

/**
 * The address of a search as it is kept: known conditions that can be read, in order, without how they were shown. In:
 * the parameters of the search page. Out: a query string, "" where nothing is asked for; null where it is too long.
 */
export const keptQuery = (params: URLSearchParams): string | null => {
  const { search, problems } = readSearch(params);
  const wrong = new Set(problems.map(({ field }) => field));
  const known = Object.keys(search);
  const kept = [...params]
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(
      ([name, value]) => value !== "" && known.includes(name) && !NOT_KEPT.has(name) && !wrong.has(name),
    )
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  if (kept.every(([name]) => name === "radiusKm")) return "";
  const query = new URLSearchParams(kept.map(([name, value]) => [name, value])).toString();
  return query.length > LONGEST_QUERY ? null : query;
};

const DAYS: Record<Pace, number> = { daily: 1, weekly: 7 };
const DAY = 86_400_000;

/**
 * When a search tells of its finds next. In: the pace, an instant. Out: eight in the morning (Asia/Shanghai) of the next
 * day, or of the day a week on. House rule: nobody is written to at night.
 */
export const nextSend = (pace: Pace, now: Date): Date =>
  new Date(Date.parse(`${civilDate(now)}T00:00:00Z`) + DAYS[pace] * DAY);
