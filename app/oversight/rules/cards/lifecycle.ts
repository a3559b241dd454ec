export const CARD_STATES = ["kept", "draft", "published", "withdrawn"] as const;
export type CardState = (typeof CARD_STATES)[number];

export type CardMove = "answer" | "publish" | "withdraw";

/** Working days the school has to answer before its card may be published (征求意见). House rule. */
export const ANSWER_DAYS = 10;

/** Civil day of a year from which the year's cards are computed by themselves. House rule. */
export const COMPUTED_FROM = "11-01";

type Transition = {
  readonly from: readonly CardState[];
  readonly to: CardState;
  readonly who: "school" | "authority";
  /** Whether a reason is needed. */
  readonly reason: boolean;
};

/**
 * The one table of a card's life. kept: no card was given, the figures stay · draft: the school has its say · published ·
 * withdrawn, with the reason. House rule.
 */
export const CARD_MOVES: Record<CardMove, Transition> = {
  answer: { from: ["draft"], to: "draft", who: "school", reason: true },
  publish: { from: ["draft"], to: "published", who: "authority", reason: false },
  withdraw: { from: ["draft", "published"], to: "withdrawn", who: "authority", reason: true },
};

export type CardMoveOutcome =
  | { ok: true; to: CardState }
  | { ok: false; because: "state" | "mover" | "reason" | "early" };

/**
 * Whether a card may make a move. Goes in: its state, the last day for the school's answer, how many answers there are, the
 * move, who asks, the words given, today. Comes out: the next state or why not: a card is published only once the school has
 * answered or its days are over.
 */
export const nextCardState = (
  card: { state: CardState; answerBy: string | null; answers: number },
  move: CardMove,
  who: "school" | "authority",
  words: string,
  today: string,
): CardMoveOutcome => {
  const transition = CARD_MOVES[move];
  if (!transition.from.includes(card.state)) return { ok: false, because: "state" };
  if (transition.who !== who) return { ok: false, because: "mover" };
  if (transition.reason && words.trim() === "") return { ok: false, because: "reason" };
  const heard = card.answers > 0 || (card.answerBy !== null && card.answerBy < today);
  if (move === "publish" && !heard) return { ok: false, because: "early" };
  return { ok: true, to: transition.to };
};
