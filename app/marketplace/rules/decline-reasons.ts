/**
 * Why an enquiry was declined. Coded, so that unmet demand can be counted; `note` says that a few words are needed.
 * House list.
 */
export const DECLINE_REASONS = [
  { code: "no_seats", note: false },
  { code: "major_not_fit", note: false },
  { code: "dates_not_fit", note: false },
  { code: "too_far", note: false },
  { code: "pay_not_agreed", note: false },
  { code: "conditions_not_met", note: false },
  { code: "already_partnered", note: false },
  { code: "no_capacity_to_supervise", note: false },
  { code: "not_this_year", note: false },
  { code: "other", note: true },
] as const;

export type DeclineReason = (typeof DECLINE_REASONS)[number]["code"];

export const DECLINE_CODES = DECLINE_REASONS.map(({ code }) => code) as [DeclineReason, ...DeclineReason[]];

/** Whether a reason says too little without a note. In: a code of the list. Out: true for "other". House rule. */
export const needsNote = (code: DeclineReason): boolean =>
  DECLINE_REASONS.some((reason) => reason.code === code && reason.note);
