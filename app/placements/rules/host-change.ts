import type { PlacementTerms } from "../terms";

/** States of a proposed change of host (换单位). */
export const HOST_CHANGE_STATES = ["asked", "agreed", "done", "declined", "withdrawn"] as const;
export type HostChangeState = (typeof HOST_CHANGE_STATES)[number];

/** States in which nothing has been decided for good. */
export const OPEN_CHANGES: readonly HostChangeState[] = ["asked", "agreed"];

export type HostChangeMove = "agree" | "decline" | "withdraw" | "carryOut";

const MOVES: Record<
  HostChangeMove,
  { from: readonly HostChangeState[]; to: HostChangeState; who: "student" | "school" | "house" }
> = {
  agree: { from: ["asked"], to: "agreed", who: "student" },
  decline: { from: ["asked", "agreed"], to: "declined", who: "student" },
  withdraw: { from: ["asked", "agreed"], to: "withdrawn", who: "school" },
  carryOut: { from: ["agreed"], to: "done", who: "house" },
};

/**
 * Whether a proposed change may make a move. Goes in: its state, the move, who asks. Comes out: the next state; null where
 * the state or the side does not allow it. Nobody is moved without the student's own word. House rule.
 */
export const nextHostChange = (
  state: HostChangeState,
  move: HostChangeMove,
  who: "student" | "school" | "house",
): HostChangeState | null => {
  const found = MOVES[move];
  return found.who === who && found.from.includes(state) ? found.to : null;
};

/**
 * The terms a record goes on with at another host. Goes in: what the listing offers, the day of the change, the last day
 * of the placement so far. Comes out: the same terms from that day to the last day, or to the listing's own end where that
 * is earlier; null where no day is left. The place may be offered for later: the host agrees to the days by signing the
 * new agreement.
 */
export const continuedTerms = (
  offered: PlacementTerms,
  startsOn: string,
  lastDay: string,
): PlacementTerms | null => {
  const endsOn = offered.endsOn < lastDay ? offered.endsOn : lastDay;
  return startsOn < endsOn ? { ...offered, startsOn, endsOn } : null;
};
