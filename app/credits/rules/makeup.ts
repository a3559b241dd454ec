export const MAKEUP_TABS = ["late", "running", "done"] as const;
export type MakeUpTab = (typeof MAKEUP_TABS)[number];

/** Fewer people than this are never told apart outside their school. House rule. */
export const LEAST_SHOWN = 5;

/** The state people read: a planned item past its last day is late. */
export const makeUpState = (state: string, untilOn: string, today: string): string =>
  state === "planned" && untilOn < today ? "late" : state;

export type Success = { passed: number; settled: number; shareBp: number | null };

/** How many owed courses were passed of those with a result; no share where there is none. In basis points. */
export const successOf = (passed: number, notPassed: number): Success => {
  const settled = passed + notPassed;
  return { passed, settled, shareBp: settled === 0 ? null : Math.round((passed * 10_000) / settled) };
};

/** Figures as somebody outside the school may see them: nothing where they tell of fewer than five people. House rule. */
export const shownOutside = (success: Success, people: number): Success | null =>
  people < LEAST_SHOWN ? null : success;
