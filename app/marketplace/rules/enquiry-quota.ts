import { isCivilDate } from "~/platform/time/clock";

/** Most new enquiries a month that may be set. House rule. */
export const MOST_PER_MONTH = 500;

/** The first civil date of the month after one. In: YYYY-MM-DD. Out: "2026-12-15" → "2027-01-01". Throws on no date. */
export const monthAfter = (date: string): string => {
  if (!isCivilDate(date)) throw new Error(`not a civil date: ${date}`);
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
};

/** The instant at which the month of a civil date begins in Asia/Shanghai. In: YYYY-MM-DD. */
export const monthStart = (date: string): Date =>
  new Date(Date.parse(`${date.slice(0, 7)}-01T00:00:00Z`) - 8 * 3_600_000);

/** How an organization stands with its own limit: free, or full until a civil date. */
export type QuotaStanding = { full: false } | { full: true; reopensOn: string };

/**
 * Whether another enquiry may be opened this month. In: the limit (null: none set), how many were opened to it this month,
 * today's civil date. Out: free, or full with the date of the next month's first day. House rule.
 */
export const quotaStanding = (perMonth: number | null, taken: number, today: string): QuotaStanding =>
  perMonth !== null && taken >= perMonth ? { full: true, reopensOn: monthAfter(today) } : { full: false };
