export const LISTING_STATES = [
  "draft",
  "checking",
  "published",
  "paused",
  "full",
  "closed",
  "archived",
] as const;
export type ListingState = (typeof LISTING_STATES)[number];

/** owner: who keeps the organization's listings · rules: the check · clock: the house's own time-keeping · agreement: seats promised elsewhere. */
export type ListingMover = "owner" | "rules" | "clock" | "agreement";

/** verified: the organization is verified · sound: no rule blocks and a reason stands where one warns · open: openUntil has not passed · free: a seat is left. */
export type ListingGuard = "verified" | "sound" | "open" | "free";

export type ListingMove =
  | "submit"
  | "return"
  | "publish"
  | "pause"
  | "reopen"
  | "fill"
  | "release"
  | "revise"
  | "close"
  | "archive";

export type ListingTransition = {
  move: ListingMove;
  from: ListingState;
  to: ListingState;
  by: readonly ListingMover[];
  guards: readonly ListingGuard[];
  /** A coded or written reason is kept with it. */
  reason: boolean;
};

/** The life of a listing, all of it. House rule. */
export const LISTING_TRANSITIONS: readonly ListingTransition[] = [
  { move: "submit", from: "draft", to: "checking", by: ["owner"], guards: ["verified"], reason: false },
  { move: "return", from: "checking", to: "draft", by: ["rules"], guards: [], reason: true },
  {
    move: "publish",
    from: "checking",
    to: "published",
    by: ["rules"],
    guards: ["sound", "open"],
    reason: false,
  },
  { move: "pause", from: "published", to: "paused", by: ["owner", "clock"], guards: [], reason: true },
  {
    move: "reopen",
    from: "paused",
    to: "published",
    by: ["owner"],
    guards: ["verified", "sound", "open", "free"],
    reason: false,
  },
  { move: "fill", from: "published", to: "full", by: ["agreement", "owner"], guards: [], reason: false },
  {
    move: "release",
    from: "full",
    to: "published",
    by: ["agreement", "owner"],
    guards: ["verified", "sound", "open", "free"],
    reason: false,
  },
  { move: "revise", from: "published", to: "draft", by: ["owner"], guards: [], reason: false },
  { move: "revise", from: "paused", to: "draft", by: ["owner"], guards: [], reason: false },
  { move: "close", from: "published", to: "closed", by: ["owner", "clock"], guards: [], reason: true },
  { move: "close", from: "paused", to: "closed", by: ["owner", "clock"], guards: [], reason: true },
  { move: "close", from: "full", to: "closed", by: ["owner", "clock"], guards: [], reason: true },
  { move: "archive", from: "closed", to: "archived", by: ["owner", "clock"], guards: [], reason: false },
  { move: "archive", from: "draft", to: "archived", by: ["owner"], guards: [], reason: false },
];

export type ListingFacts = { verified: boolean; sound: boolean; open: boolean; seatsLeft: number | null };

/** Why a move is refused: the table does not know it, this mover may not, a reason is missing, or a guard fails. */
export type ListingMoveRefusal = "noSuchMove" | "notYours" | "reasonMissing" | ListingGuard;

const holds: Record<ListingGuard, (facts: ListingFacts) => boolean> = {
  verified: ({ verified }) => verified,
  sound: ({ sound }) => sound,
  open: ({ open }) => open,
  free: ({ seatsLeft }) => seatsLeft === null || seatsLeft > 0,
};

export type ListingMoveOutcome =
  | { allowed: true; to: ListingState }
  | { allowed: false; why: ListingMoveRefusal };

/**
 * Where a move leads. In: the state, the move, who makes it, whether a reason is given, and the facts its guards ask
 * for. Out: the next state, or the first reason against it. House rule.
 */
export const moveListing = (
  state: ListingState,
  move: ListingMove,
  by: ListingMover,
  reason: string | null,
  facts: ListingFacts,
): ListingMoveOutcome => {
  const found = LISTING_TRANSITIONS.find((one) => one.from === state && one.move === move);
  if (!found) return { allowed: false, why: "noSuchMove" };
  if (!found.by.includes(by)) return { allowed: false, why: "notYours" };
  if (found.reason && !reason?.trim()) return { allowed: false, why: "reasonMissing" };
  const failed = found.guards.find((guard) => !holds[guard](facts));
  return failed ? { allowed: false, why: failed } : { allowed: true, to: found.to };
};

/** The moves an owner may try from a state, in the order they are offered. */
export const ownerMoves = (state: ListingState): ListingMove[] =>
  LISTING_TRANSITIONS.filter((one) => one.from === state && one.by.includes("owner")).map((one) => one.move);

/** Coded reasons for taking a listing out of sight; "silence" is the clock's own. */
export const PAUSE_REASONS = ["seats_pending", "capacity", "season", "correcting", "other"] as const;
export const CLOSE_REASONS = ["filled_elsewhere", "need_ended", "partner_found", "mistake", "other"] as const;
