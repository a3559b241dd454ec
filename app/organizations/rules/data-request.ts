import { ageOn } from "~/platform/time/clock";
import { addWorkingDays, type CountedDate } from "~/platform/time/working-days";

export const DATA_REQUEST_KINDS = ["correction", "deletion"] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

/** Entries of a record a correction can be about. */
export const CORRECTABLE = [
  "name",
  "sex",
  "birthDate",
  "phone",
  "email",
  "programme",
  "className",
  "guardians",
  "other",
] as const;

/** Working days a school takes at most to answer. House rule: the law says without delay, and in writing when refused. */
const ANSWER_WORKING_DAYS = 10;

/** By when the school answers what was asked on a civil date; uncertain without a published calendar. House rule. */
export const dataRequestDue = (askedOn: string): CountedDate => addWorkingDays(askedOn, ANSWER_WORKING_DAYS);

/**
 * Whether a guardian speaks for a child's data on a day. Goes in: the birth date (null once erased) and the day. Comes out:
 * true until the child is eighteen; from then on the data is the young adult's alone.
 * Source: 《未成年人网络保护条例》 art. 34 (read): minors and their guardians may view, copy, correct and delete.
 */
export const guardianSpeaks = (birthDate: string | null, on: string): boolean =>
  birthDate !== null && ageOn(birthDate, on) < 18;
