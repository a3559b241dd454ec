/** States of an application (申请), in the order of its life. */
export const APPLICATION_STATES = [
  "submitted",
  "read",
  "shortlisted",
  "interview",
  "offered",
  "accepted",
  "placed",
  "declined",
  "rejected",
  "withdrawn",
  "expired",
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** States in which something is still to be decided. */
export const OPEN_STATES: readonly ApplicationState[] = [
  "submitted",
  "read",
  "shortlisted",
  "interview",
  "offered",
  "accepted",
];

/** States in which the host owes an answer. */
export const HOST_STATES: readonly ApplicationState[] = ["submitted", "read", "shortlisted", "interview"];

/** The host's people, the student, the student's school, or the house by itself. */
export type ApplicationMover = "host" | "student" | "school" | "house";

export type ApplicationMove =
  | "read"
  | "shortlist"
  | "invite"
  | "offer"
  | "reject"
  | "accept"
  | "place"
  | "decline"
  | "withdraw"
  | "cancel"
  | "expire";

/** shared: everybody who must agree lets the host see it · inTime: its date has not passed · timeIsUp: it has. */
type Guard = "shared" | "inTime" | "timeIsUp";

type Transition = {
  readonly from: readonly ApplicationState[];
  readonly to: ApplicationState;
  readonly who: readonly ApplicationMover[];
  readonly guards: readonly Guard[];
  /** A coded reason must be given. */
  readonly reason: boolean;
};

/**
 * The one table of an application's life: what is not here cannot happen. `place` follows `accept` at once, except for a
 * student under 18, whose place waits for a guardian. House rule (product: lifecycles).
 */
export const APPLICATION_MOVES: Record<ApplicationMove, Transition> = {
  read: { from: ["submitted"], to: "read", who: ["host"], guards: ["shared", "inTime"], reason: false },
  shortlist: {
    from: ["submitted", "read"],
    to: "shortlisted",
    who: ["host"],
    guards: ["shared", "inTime"],
    reason: false,
  },
  invite: {
    from: ["submitted", "read", "shortlisted", "interview"],
    to: "interview",
    who: ["host"],
    guards: ["shared", "inTime"],
    reason: false,
  },
  offer: {
    from: ["submitted", "read", "shortlisted", "interview"],
    to: "offered",
    who: ["host"],
    guards: ["shared", "inTime"],
    reason: false,
  },
  reject: {
    from: ["submitted", "read", "shortlisted", "interview"],
    to: "rejected",
    who: ["host"],
    guards: ["shared"],
    reason: true,
  },
  accept: {
    from: ["offered"],
    to: "accepted",
    who: ["student"],
    guards: ["shared", "inTime"],
    reason: false,
  },
  place: {
    from: ["accepted"],
    to: "placed",
    who: ["student", "house"],
    guards: ["shared", "inTime"],
    reason: false,
  },
  decline: { from: ["offered", "accepted"], to: "declined", who: ["student"], guards: [], reason: true },
  withdraw: {
    from: ["submitted", "read", "shortlisted", "interview"],
    to: "withdrawn",
    who: ["student", "school"],
    guards: [],
    reason: true,
  },
  cancel: { from: OPEN_STATES, to: "withdrawn", who: ["house"], guards: [], reason: true },
  expire: { from: OPEN_STATES, to: "expired", who: ["house"], guards: ["timeIsUp"], reason: false },
};

/** What a move is judged by. `replyBy` is the last civil date of the turn, null where none runs. */
export type ApplicationFacts = { state: ApplicationState; shared: boolean; replyBy: string | null };

export type ApplicationRefusal =
  | "noSuchMove"
  | "notYours"
  | "notShared"
  | "late"
  | "tooEarly"
  | "reasonMissing";

export type ApplicationOutcome =
  | { ok: true; to: ApplicationState }
  | { ok: false; because: ApplicationRefusal };

const failed = (guard: Guard, facts: ApplicationFacts, today: string): ApplicationRefusal | null => {
  switch (guard) {
    case "shared":
      return facts.shared ? null : "notShared";
    case "inTime":
      return facts.replyBy === null || today <= facts.replyBy ? null : "late";
    case "timeIsUp":
      return facts.replyBy !== null && today > facts.replyBy ? null : "tooEarly";
  }
};

/**
 * Whether an application may make a move. Goes in: its facts, the move, who asks, the coded reason ("" for none) and
 * today's civil date in Shanghai. Comes out: the next state, or the first objection: a state from which there is no such
 * move, the wrong party, a consent that is missing, a date that has passed or not yet passed, no reason. A date lasts to
 * its end for everybody, so of acceptance and expiry in one instant exactly one is possible. House rule.
 */
export const moveApplication = (
  facts: ApplicationFacts,
  move: ApplicationMove,
  who: ApplicationMover,
  reason: string,
  today: string,
): ApplicationOutcome => {
  const transition = APPLICATION_MOVES[move];
  if (!transition.from.includes(facts.state)) return { ok: false, because: "noSuchMove" };
  if (!transition.who.includes(who)) return { ok: false, because: "notYours" };
  for (const guard of transition.guards) {
    const because = failed(guard, facts, today);
    if (because) return { ok: false, because };
  }
  if (transition.reason && reason.trim() === "") return { ok: false, because: "reasonMissing" };
  return { ok: true, to: transition.to };
};

const ANY_REASON = "any";

/** The moves a party may make now, in the order of the table: the buttons of the page. Same input as `moveApplication`. */
export const movesOpenTo = (
  facts: ApplicationFacts,
  who: ApplicationMover,
  today: string,
): ApplicationMove[] =>
  (Object.keys(APPLICATION_MOVES) as ApplicationMove[]).filter(
    (move) => moveApplication(facts, move, who, ANY_REASON, today).ok,
  );

/** Why a host says no; words: `applications.rejectReason.*`. No reason names sex, age, origin or health. House rule. */
export const REJECT_REASONS = [
  "seats_filled",
  "skills_not_met",
  "dates_not_fit",
  "too_far",
  "interview_not_passed",
  "post_withdrawn",
  "other",
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Why a student refuses an offer or takes an application back. */
export const STUDENT_REASONS = [
  "other_place",
  "pay",
  "too_far",
  "lodging",
  "dates_not_fit",
  "not_my_major",
  "guardian_against",
  "changed_mind",
  "other",
] as const;
export type StudentReason = (typeof STUDENT_REASONS)[number];
