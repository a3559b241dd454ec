/** How an organization answers: turns that were answered or ran out, and the hours answers took in all. */
export type ReplyCounts = { due: number; answered: number; hours: number; silentInRow: number };

export const NO_REPLIES: ReplyCounts = { due: 0, answered: 0, hours: 0, silentInRow: 0 };

/** Silent expiries in a row after which a listing is paused. House rule (product: lifecycles). */
export const SILENCES_BEFORE_PAUSE = 3;

/** Below this many cases a share says more than is known, so only the two numbers are shown. House rule. */
export const FEW_REPLIES = 5;

const HOUR_MS = 3_600_000;

/**
 * The record after an organization's first answer in an enquiry: later turns of the same thread do not count again,
 * so that a long talk is not worth more than a short one. In: the record, when the turn began and when it was
 * answered. Out: the new record; hours are rounded up and at least 0. House rule.
 */
export const afterAnswer = (record: ReplyCounts, since: Date, at: Date): ReplyCounts => ({
  due: record.due + 1,
  answered: record.answered + 1,
  hours: record.hours + Math.max(0, Math.ceil((at.getTime() - since.getTime()) / HOUR_MS)),
  silentInRow: 0,
});

/** The record after a turn ran out in silence. In and out: the record. House rule: silence counts in every turn. */
export const afterSilence = (record: ReplyCounts): ReplyCounts => ({
  ...record,
  due: record.due + 1,
  silentInRow: record.silentInRow + 1,
});

/**
 * What a reader is shown of a record: always both numbers; the mean hours only where there is an answer; the share in
 * whole percent only from FEW_REPLIES cases. Null share or hours is "not shown". House rule.
 */
export const replyFigures = ({ due, answered, hours }: ReplyCounts) => ({
  due,
  answered,
  meanHours: answered > 0 ? Math.round(hours / answered) : null,
  percent: due >= FEW_REPLIES ? Math.round((answered / due) * 100) : null,
});

/**
 * A listing's silences in a row after one more expiry, and whether it is to be paused now. In: silences so far (≥ 0).
 * Out: the new count; `pause` from the third on. House rule.
 */
export const afterListingSilence = (silentExpiries: number): { silentExpiries: number; pause: boolean } => {
  const count = silentExpiries + 1;
  return { silentExpiries: count, pause: count >= SILENCES_BEFORE_PAUSE };
};
