export const PROPOSAL_KINDS = ["add", "adjust", "withdraw"] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATES = ["proposed", "considered", "accepted", "returned"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export type ProposalMove = "consider" | "accept" | "return";

/** The one table of a proposal's life (增设、调整、撤销建议): the authority takes it up, then decides with a reason. House rule. */
export const PROPOSAL_MOVES: Record<
  ProposalMove,
  { from: ProposalState; to: ProposalState; reason: boolean }
> = {
  consider: { from: "proposed", to: "considered", reason: false },
  accept: { from: "considered", to: "accepted", reason: true },
  return: { from: "considered", to: "returned", reason: true },
};

export type ProposalOutcome = { ok: true; to: ProposalState } | { ok: false; because: "state" | "reason" };

/** Whether a proposal may make a move. Goes in: its state, the move, the reason given. Comes out: the next state or why not. */
export const nextProposalState = (
  state: ProposalState,
  move: ProposalMove,
  reason: string,
): ProposalOutcome => {
  const transition = PROPOSAL_MOVES[move];
  if (transition.from !== state) return { ok: false, because: "state" };
  if (transition.reason && reason.trim() === "") return { ok: false, because: "reason" };
  return { ok: true, to: transition.to };
};
