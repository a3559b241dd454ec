/** States of a placement (实习), in the order of its life. */
export const PLACEMENT_STATES = [
  "preparing",
  "in_progress",
  "paused",
  "completed",
  "broken",
  "did_not_show",
  "assessed",
  "certified",
] as const;
export type PlacementState = (typeof PLACEMENT_STATES)[number];

/** States in which the student takes a seat of the unit and of the post. */
export const SEATED: readonly PlacementState[] = ["preparing", "in_progress", "paused"];

/** States of a placement that has run to its end. */
export const FINISHED: readonly PlacementState[] = ["completed", "assessed", "certified"];

/** Who may move a placement: the school, its host, the student (or a guardian for them), or the house by itself. */
export type Mover = "school" | "host" | "student" | "house";

export type PlacementMove = "start" | "pause" | "resume" | "complete" | "end" | "miss" | "assess" | "certify";

type Transition = {
  readonly from: readonly PlacementState[];
  readonly to: PlacementState;
  readonly who: readonly Mover[];
  /** "gates": all eight gates are open; "rubric": the assessment is signed by both sides. */
  readonly guard: "gates" | "rubric" | "assessed" | null;
  readonly reason: boolean;
};

/**
 * The one table of a placement's life. A student can always end it; nothing starts through a closed gate.
 * Source: the house's lifecycle of placements; the eight gates follow 八个事先 (provincial annex, read copy P7).
 */
export const PLACEMENT_MOVES: Record<PlacementMove, Transition> = {
  start: { from: ["preparing"], to: "in_progress", who: ["school", "house"], guard: "gates", reason: false },
  pause: {
    from: ["in_progress"],
    to: "paused",
    who: ["school", "host", "student"],
    guard: null,
    reason: true,
  },
  resume: { from: ["paused"], to: "in_progress", who: ["school"], guard: "gates", reason: false },
  complete: { from: ["in_progress"], to: "completed", who: ["house"], guard: null, reason: false },
  end: {
    from: ["preparing", "in_progress", "paused"],
    to: "broken",
    who: ["school", "host", "student"],
    guard: null,
    reason: true,
  },
  miss: {
    from: ["preparing", "in_progress"],
    to: "did_not_show",
    who: ["school", "host"],
    guard: null,
    reason: true,
  },
  assess: { from: ["completed"], to: "assessed", who: ["school"], guard: "rubric", reason: false },
  certify: { from: ["assessed"], to: "certified", who: ["school"], guard: "assessed", reason: false },
};

export type MoveOutcome =
  | { ok: true; to: PlacementState; guard: Transition["guard"] }
  | { ok: false; because: "state" | "mover" | "reason" };

/**
 * Whether a placement may make a move. Goes in: its state, the move, who asks and the reason given ("" for none).
 * Comes out: the next state and the guard still to be checked, or why not: wrong state, wrong mover, reason missing.
 */
export const nextPlacementState = (
  state: PlacementState,
  move: PlacementMove,
  who: Mover,
  reason: string,
): MoveOutcome => {
  const transition = PLACEMENT_MOVES[move];
  if (!transition.from.includes(state)) return { ok: false, because: "state" };
  if (!transition.who.includes(who)) return { ok: false, because: "mover" };
  if (transition.reason && reason.trim() === "") return { ok: false, because: "reason" };
  return { ok: true, to: transition.to, guard: transition.guard };
};
