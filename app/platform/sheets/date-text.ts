import { addDays, isCivilDate } from "../time/clock";

const WRITTEN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]0{1,2}:00(?::00)?)?$/;
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(\.0+)?$/;

/** Day 0 of a spreadsheet's calendar; the year 1900 it takes for a leap year lies before anything read here. */
const SERIAL_ZERO = "1899-12-30";

const padded = (part: string): string => part.padStart(2, "0");

/**
 * A date as people and spreadsheets write it. Goes in: "2008-03-01", "2008/3/1", "2008.3.1", "2008年3月1日",
 * "20080301" or a spreadsheet's day count ("39508"). Comes out: the civil date, or null for anything else and for days
 * that do not exist. Never guesses which of two numbers is the month. House rule.
 */
export const readDateText = (text: string): string | null => {
  const trimmed = text.trim();
  if (SERIAL.test(trimmed)) return addDays(SERIAL_ZERO, Number.parseInt(trimmed, 10));
  const parts = WRITTEN.exec(trimmed) ?? RUN_TOGETHER.exec(trimmed);
  if (!parts) return null;
  const date = `${parts[1]}-${padded(parts[2]!)}-${padded(parts[3]!)}`;
  return isCivilDate(date) ? date : null;
};
