import type { Period } from "~/matching/rules/match-facts";

export type Intake = { students: number; practiceFrom: string | null; practiceTo: string | null };

/**
 * Whom a programme wants to place next, and when. Goes in: its intakes, the seats of one intake, today. Comes out: the
 * intake whose practice ends soonest but not before today; without a dated one the seats of an intake and no dates.
 * House rule.
 */
export const nextPractice = (
  intakes: readonly Intake[],
  seats: number,
  today: string,
): { students: number; practice: Period | null } => {
  const dated = intakes
    .flatMap(({ students, practiceFrom, practiceTo }) =>
      practiceFrom && practiceTo && practiceTo >= today
        ? [{ students, practice: { from: practiceFrom, to: practiceTo } }]
        : [],
    )
    .sort((a, b) => (a.practice.to < b.practice.to ? -1 : a.practice.to > b.practice.to ? 1 : 0));
  return dated[0] ?? { students: seats, practice: null };
};
