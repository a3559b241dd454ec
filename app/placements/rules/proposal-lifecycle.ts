/** States of a self-found placement (自主选择实习单位). */
export const PROPOSAL_STATES = ["proposed", "returned", "approved", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export type ProposalMove = "propose" | "return" | "approve" | "withdraw";
export type ProposalMover = "student" | "school";

type Transition = {
  readonly from: readonly ProposalState[];
  readonly to: ProposalState;
  readonly who: ProposalMover;
  /** "sound": nothing blocks and nothing is unknown; a warning needs the school's written reason. */
  readonly guard: "sound" | null;
  readonly reason: boolean;
};

/**
 * The one table of a self-found placement until it becomes one. The school decides, after the same rules as everywhere.
 * House rule; that the school must agree follows 《职业学校学生实习管理规定》 art. 2 (read in a public copy).
 */
export const PROPOSAL_MOVES: Record<ProposalMove, Transition> = {
  propose: { from: ["returned"], to: "proposed", who: "student", guard: null, reason: false },
  return: { from: ["proposed"], to: "returned", who: "school", guard: null, reason: true },
  approve: { from: ["proposed"], to: "approved", who: "school", guard: "sound", reason: false },
  withdraw: { from: ["proposed", "returned"], to: "withdrawn", who: "student", guard: null, reason: false },
};

export type ProposalOutcome =
  | { ok: true; to: ProposalState; guard: Transition["guard"] }
  | { ok: false; because: "noSuchMove" | "notYours" | "reasonMissing" };

/**
 * Whether a proposal may make a move. In: its state, the move, who asks, the reason ("" for none). Out: the next state
 * and the guard still to be checked, or the first objection.
 */
export const moveProposal = (
  state: ProposalState,
  move: ProposalMove,
  who: ProposalMover,
  reason: string,
): ProposalOutcome => {
  const transition = PROPOSAL_MOVES[move];
  if (!transition.from.includes(state)) return { ok: false, because: "noSuchMove" };
  if (transition.who !== who) return { ok: false, because: "notYours" };
  if (transition.reason && reason.trim() === "") return { ok: false, because: "reasonMissing" };
  return { ok: true, to: transition.to, guard: transition.guard };
};

/** The working days a school has to decide on a proposal. House rule. */
export const PROPOSAL_DAYS = 5;
