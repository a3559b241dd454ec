import { daysBetween } from "~/platform/time/clock";

const NEW_FOR_DAYS = 90;
const ENQUIRIES_KNOWN = 3;

/**
 * Whether a party still deserves the share of suggestions held for newcomers: verified at most 90 days ago and asked
 * fewer than three times so far. Goes in: the civil date of verification (null: not known, never new), enquiries that
 * have come due, today. House rule.
 */
export const isNewcomer = (verifiedOn: string | null, due: number, today: string): boolean =>
  verifiedOn !== null && daysBetween(verifiedOn, today) <= NEW_FOR_DAYS && due < ENQUIRIES_KNOWN;
