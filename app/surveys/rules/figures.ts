import { CHOICES, SATISFIED_FROM } from "./template";

/** Nothing is told about fewer answers than this. House rule. */
export const FEWEST_TOLD = 5;

/** How often each step was chosen, from 1 to 5. */
export type Distribution = readonly [number, number, number, number, number];

export type QuestionFigure =
  | { readonly told: false }
  | {
      readonly told: true;
      /** who answered this question: the denominator */
      readonly answers: number;
      readonly distribution: Distribution;
      /** answers “satisfied” or better: the numerator of the share */
      readonly satisfied: number;
      /** basis points */
      readonly shareBp: number;
      /** sum of the steps, from which the mean is divided */
      readonly sum: number;
      /** hundredths of a step */
      readonly meanCenti: number;
    };

/** A quotient rounded half up; whole numbers that are not negative, the divisor above zero. */
const rounded = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));

/**
 * The figure of one question. Goes in: how many chose each step. Comes out: number of answers, distribution, satisfied share
 * in basis points and mean in hundredths, each with what it was divided from; nothing is told of under five answers. Steps of
 * the distribution are told once there are five answers: among five anonymous sheets of which nothing else is known, a step
 * points at nobody. House rule.
 */
export const questionFigure = (counts: ReadonlyMap<number, number>): QuestionFigure => {
  const of = (choice: number): number => counts.get(choice) ?? 0;
  const distribution: Distribution = [of(1), of(2), of(3), of(4), of(5)];
  const answers = distribution.reduce((total, count) => total + count, 0);
  if (answers < FEWEST_TOLD) return { told: false };
  const satisfied = CHOICES.filter((choice) => choice >= SATISFIED_FROM).reduce(
    (total, choice) => total + of(choice),
    0,
  );
  const sum = CHOICES.reduce((total, choice) => total + choice * of(choice), 0);
  return {
    told: true,
    answers,
    distribution,
    satisfied,
    shareBp: rounded(satisfied * 10_000, answers),
    sum,
    meanCenti: rounded(sum * 100, answers),
  };
};

/** The share of those invited who answered, in basis points; null when nobody was invited. */
export const responseRate = (answered: number, invited: number): number | null =>
  invited === 0 ? null : rounded(answered * 10_000, invited);
