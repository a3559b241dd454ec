export const ENQUIRY_STATES = ["open", "accepted", "declined", "expired", "withdrawn"] as const;
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

export type EnquiryAction = "reply" | "accept" | "decline" | "withdraw" | "remind" | "expire";

/** Who moves: the organization whose turn it is, the one that asked, or the clock. */
export type Mover = "holder" | "asker" | "clock";

type Guard = "in_time" | "time_is_up" | "half_time" | "terms_of_other";

export type Transition = {
  action: EnquiryAction;
  from: EnquiryState;
  to: EnquiryState;
  who: Mover;
  guards: readonly Guard[];
  /** A coded reason must be given. */
  reason: boolean;
};

/** Every move an enquiry can make; what is not here cannot happen. House rule (product: lifecycles). */
export const ENQUIRY_TRANSITIONS: readonly Transition[] = [
  { action: "reply", from: "open", to: "open", who: "holder", guards: ["in_time"], reason: false },
  {
    action: "accept",
    from: "open",
    to: "accepted",
    who: "holder",
    guards: ["in_time", "terms_of_other"],
    reason: false,
  },
  { action: "decline", from: "open", to: "declined", who: "holder", guards: ["in_time"], reason: true },
  { action: "withdraw", from: "open", to: "withdrawn", who: "asker", guards: ["in_time"], reason: false },
  {
    action: "remind",
    from: "open",
    to: "open",
    who: "clock",
    guards: ["in_time", "half_time"],
    reason: false,
  },
  { action: "expire", from: "open", to: "expired", who: "clock", guards: ["time_is_up"], reason: false },
];

export type EnquiryFacts = {
  state: EnquiryState;
  fromOrganizationId: string;
  /** Whose turn; null once ended. */
  batonId: string | null;
  /** Who last put forward the terms. */
  termsById: string;
  /** Last civil date of the turn. */
  replyBy: string;
  remindAt: Date | null;
  remindedAt: Date | null;
};

/** An organization that acts, or the clock. */
export type Actor = { organizationId: string } | "clock";

export type EnquiryRefusal = "ended" | "not_your_turn" | "not_the_asker" | "late" | "too_early" | "own_terms";

export type Move = { allowed: true; to: EnquiryState } | { allowed: false; because: EnquiryRefusal };

const no = (because: EnquiryRefusal): Move => ({ allowed: false, because });

const isMover = (who: Mover, facts: EnquiryFacts, actor: Actor): EnquiryRefusal | null => {
  if (who === "clock") return actor === "clock" ? null : "not_your_turn";
  if (actor === "clock") return "not_your_turn";
  if (who === "asker") return actor.organizationId === facts.fromOrganizationId ? null : "not_the_asker";
  return actor.organizationId === facts.batonId ? null : "not_your_turn";
};

const failed = (
  guard: Guard,
  facts: EnquiryFacts,
  actor: Actor,
  at: Date,
  today: string,
): EnquiryRefusal | null => {
  switch (guard) {
    case "in_time":
      return today <= facts.replyBy ? null : "late";
    case "time_is_up":
      return today > facts.replyBy ? null : "too_early";
    case "half_time":
      return facts.remindAt && !facts.remindedAt && facts.remindAt <= at ? null : "too_early";
    case "terms_of_other":
      return actor !== "clock" && facts.termsById === actor.organizationId ? "own_terms" : null;
  }
};

/**
 * Whether an enquiry may make a move. Goes in: its facts, the action, who asks (an organization or the clock), the
 * instant and its civil date in Shanghai. Comes out: the next state, or why not: it has ended, it is not this
 * party's turn, the reply-by date has passed (only expiry is left) or has not come, or one's own terms cannot be
 * accepted by oneself. House rule: a turn lasts to the end of its reply-by date, for both sides.
 */
export const moveOf = (
  facts: EnquiryFacts,
  action: EnquiryAction,
  actor: Actor,
  at: Date,
  today: string,
): Move => {
  const transition = ENQUIRY_TRANSITIONS.find((one) => one.action === action && one.from === facts.state);
  if (!transition) return no("ended");
  const wrongParty = isMover(transition.who, facts, actor);
  if (wrongParty) return no(wrongParty);
  for (const guard of transition.guards) {
    const because = failed(guard, facts, actor, at, today);
    if (because) return no(because);
  }
  return { allowed: true, to: transition.to };
};

/** What a party may do now, in the order of the table: the buttons of the page. Same input as `moveOf`. */
export const movesOpenTo = (
  facts: EnquiryFacts,
  organizationId: string,
  at: Date,
  today: string,
): EnquiryAction[] =>
  ENQUIRY_TRANSITIONS.filter(
    ({ action }) => moveOf(facts, action, { organizationId }, at, today).allowed,
  ).map(({ action }) => action);
