import { civilDate, endOfCivilDate } from "~/platform/time/clock";
import { addWorkingDays, type CountedDate } from "~/platform/time/working-days";

/** One line of a public list: nothing but what lets somebody find themselves and others object. */
export type NoticeLine = { rank: number; reference: string; name: string; from: string; totalBp: number };

/**
 * A name as a public list shows it: the first character, and the last where there are more than two; a name with a dot keeps
 * its first part's first character. House rule (smallest possible: 《个人信息保护法》 art. 6, read).
 */
export const maskName = (name: string): string => {
  const signs = [...name.trim()];
  const [first = "", ...rest] = signs;
  if (rest.length === 0) return "*";
  const last = rest.at(-1) ?? "";
  return rest.length === 1 ? `${first}*` : `${first}${"*".repeat(rest.length - 1)}${last}`;
};

/** The first and last civil date of a notice: published today, counted from tomorrow in working days. */
export const noticeDays = (today: string, days: number): { fromOn: string; until: CountedDate } => ({
  fromOn: today,
  until: addWorkingDays(today, days),
});

/** Whether an objection may be made at an instant: until the end of the notice's last day in Shanghai, to the millisecond. */
export const mayObject = (notice: { state: string; fromOn: string; untilOn: string }, at: Date): boolean =>
  notice.state === "open" && civilDate(at) >= notice.fromOn && at < endOfCivilDate(notice.untilOn);

/** The last civil date by which an objection must be answered: working days from the day it came in. */
export const answerBy = (submittedOn: string, days: number): CountedDate => addWorkingDays(submittedOn, days);

/** The public list as the canonical text that is kept and hashed; the order is that of the rank. */
export const noticeText = (lines: readonly NoticeLine[]): string =>
  JSON.stringify(
    [...lines]
      .sort((a, b) => a.rank - b.rank)
      .map(({ rank, reference, name, from, totalBp }) => ({ rank, reference, name, from, totalBp })),
  );

/** The lines of a stored list, while it may be shown: once the notice has closed nobody sees names any more. House rule. */
export const shownLines = (notice: { state: string; list: string }): NoticeLine[] | null =>
  notice.state === "open" ? (JSON.parse(notice.list) as NoticeLine[]) : null;
