import type { Bilingual } from "~/regulations/rules/facts/kinds";
import { type TermPoint, termsDone } from "./term";

/** One subject of the academic proficiency examination (学业水平合格性考试) and the term at whose end it is usually sat. */
export type ExamSitting = { subject: string; title: Bilingual; term: number };

/**
 * The usual calendar of the examinations a general school's diploma rests on, by term counted from 1 (高一上) to 6 (高三下).
 * House rule: provinces set their own years; the counselling school corrects it by word.
 */
export const GENERAL_EXAMS: readonly ExamSitting[] = [
  { subject: "information", title: { zh: "信息技术", en: "information technology" }, term: 2 },
  { subject: "geography", title: { zh: "地理", en: "geography" }, term: 2 },
  { subject: "history", title: { zh: "历史", en: "history" }, term: 2 },
  { subject: "physics", title: { zh: "物理", en: "physics" }, term: 3 },
  { subject: "chemistry", title: { zh: "化学", en: "chemistry" }, term: 3 },
  { subject: "biology", title: { zh: "生物", en: "biology" }, term: 4 },
  { subject: "politics", title: { zh: "思想政治", en: "politics" }, term: 4 },
  { subject: "chinese", title: { zh: "语文", en: "Chinese" }, term: 4 },
  { subject: "mathematics", title: { zh: "数学", en: "mathematics" }, term: 4 },
  { subject: "english", title: { zh: "外语", en: "foreign language" }, term: 4 },
];

/** The last term in which a missed examination can be made up before graduation (高三上). House rule. */
const LAST_MAKE_UP_TERM = 5;

export type ExamOutlook = {
  /** Sittings that have passed and were not taken. */
  missed: ExamSitting[];
  /** Those still ahead at the new school. */
  ahead: ExamSitting[];
  /** Make-up terms left: every missed subject must be passed in one of them. */
  makeUpTerms: number;
  /** certain: nothing missed · reachable: can be made up · out_of_reach: no make-up left, so no diploma */
  diploma: "certain" | "reachable" | "out_of_reach";
};

/**
 * What somebody moving to a general school at a point in time has already missed, and what it means for the diploma. Goes in:
 * the point, and the subjects already passed elsewhere. Comes out: the outlook. House rule; the lesson it rests on is that of
 * pilots whose students learned of missed examinations only after the move.
 */
export const examOutlook = (point: TermPoint, passed: readonly string[]): ExamOutlook => {
  const done = termsDone(point);
  const open = GENERAL_EXAMS.filter((one) => !passed.includes(one.subject));
  const missed = open.filter((one) => one.term <= done);
  const makeUpTerms = Math.max(0, LAST_MAKE_UP_TERM - done);
  const diploma = missed.length === 0 ? "certain" : makeUpTerms > 0 ? "reachable" : "out_of_reach";
  return { missed, ahead: open.filter((one) => one.term > done), makeUpTerms, diploma };
};
