import { type QuestionFigure, questionFigure } from "./figures";
import type { Bilingual, SurveyTemplate } from "./template";

export type Counts = ReadonlyMap<string, ReadonlyMap<number, number>>;

export type QuestionResult = {
  readonly id: string;
  readonly text: Bilingual;
  readonly figure: QuestionFigure;
  /** told only for a question the earlier survey asked under the same id, and of five answers or more then */
  readonly before: QuestionFigure;
  /** differences to the earlier survey: basis points, hundredths of a step */
  readonly changeBp: number | null;
  readonly changeCenti: number | null;
};

const NOBODY: ReadonlyMap<number, number> = new Map();

/**
 * Each question of a survey with its figure and what it was in the earlier one. Goes in: the survey's template and counts,
 * the earlier survey's template and counts (null without one). Comes out: results in the template's order; only the same
 * question id is compared, never a question by its place or wording.
 */
export const questionResults = (
  template: SurveyTemplate,
  counts: Counts,
  earlier: { readonly template: SurveyTemplate; readonly counts: Counts } | null,
): QuestionResult[] =>
  template.questions.map(({ id, text }) => {
    const figure = questionFigure(counts.get(id) ?? NOBODY);
    const asked = earlier?.template.questions.some((one) => one.id === id) ?? false;
    const before: QuestionFigure =
      earlier && asked ? questionFigure(earlier.counts.get(id) ?? NOBODY) : { told: false };
    const both = figure.told && before.told;
    return {
      id,
      text,
      figure,
      before,
      changeBp: both ? figure.shareBp - before.shareBp : null,
      changeCenti: both ? figure.meanCenti - before.meanCenti : null,
    };
  });
