/** States of a round (录取轮次), in the order of its life. */
export const ROUND_STATES = ["draft", "open", "ranking", "preview", "confirmed", "cancelled"] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export type RoundMove = "open" | "close" | "compute" | "confirm" | "cancel";

/** What must be true besides the state: the caller brings the answers. */
export type RoundFactsForMove = {
  slots: number;
  students: number;
  /** schools asked that have not answered */
  unanswered: number;
  /** the slots changed after the result was computed */
  stale: boolean;
};

type Transition = { readonly from: readonly RoundState[]; readonly to: RoundState };

/**
 * The one table of a round's life. Once choices are closed nothing leads back to them: the draw is shown with the
 * result, so nobody can choose again knowing it. House rule.
 */
export const ROUND_MOVES: Record<RoundMove, Transition> = {
  open: { from: ["draft"], to: "open" },
  close: { from: ["open"], to: "ranking" },
  compute: { from: ["ranking", "preview"], to: "preview" },
  confirm: { from: ["preview"], to: "confirmed" },
  cancel: { from: ["draft", "open", "ranking", "preview"], to: "cancelled" },
};

export type RoundMoved =
  | { ok: true; to: RoundState }
  | { ok: false; reason: "state" | "noSlots" | "noStudents" | "unanswered" | "stale" | "twice" };

/**
 * Whether a round may make a move. In: its state, the move, the facts. Out: the state it comes to, or why not; a round
 * that was confirmed already says "twice", so that a second confirmation is explained and not done. House rule.
 */
export const moveRound = (state: RoundState, move: RoundMove, facts: RoundFactsForMove): RoundMoved => {
  const { from, to } = ROUND_MOVES[move];
  if (state === to && !from.includes(state)) return { ok: false, reason: "twice" };
  if (!from.includes(state)) return { ok: false, reason: "state" };
  if (move === "open") {
    if (facts.slots === 0) return { ok: false, reason: "noSlots" };
    if (facts.students === 0) return { ok: false, reason: "noStudents" };
    if (facts.unanswered > 0) return { ok: false, reason: "unanswered" };
  }
  if (move === "confirm" && facts.stale) return { ok: false, reason: "stale" };
  return { ok: true, to };
};

/** States in which hosts may set their order, and withdraw seats. */
export const HOST_ACTS: readonly RoundState[] = ["open", "ranking"];
export const HOST_WITHDRAWS: readonly RoundState[] = ["open", "ranking", "preview"];

/** States in which the anonymised input and the result may be read by everybody the round concerns. */
export const PUBLISHED: readonly RoundState[] = ["confirmed"];
