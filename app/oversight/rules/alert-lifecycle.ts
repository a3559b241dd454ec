export const ALERT_STATES = ["open", "ordered", "answered", "closed"] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export type AlertMove = "order" | "answer" | "return" | "accept" | "dismiss" | "vanish";

/** authority: in whose region it lies · owner: who must put it right · house: the daily look at causes. */
export type AlertMover = "authority" | "owner" | "house";

type Transition = {
  readonly from: readonly AlertState[];
  readonly to: AlertState;
  readonly who: AlertMover;
  /** Whether words are needed: the order, the answer, the reason. */
  readonly words: boolean;
};

/**
 * The one table of an alert's life (预警 → 整改 → 复核 → 销号). Nothing closes by itself except by its cause vanishing, and
 * that is recorded. House rule after the founding documents' closed loop of rectification.
 */
export const ALERT_MOVES: Record<AlertMove, Transition> = {
  order: { from: ["open"], to: "ordered", who: "authority", words: true },
  answer: { from: ["ordered"], to: "answered", who: "owner", words: true },
  return: { from: ["answered"], to: "ordered", who: "authority", words: true },
  accept: { from: ["answered"], to: "closed", who: "authority", words: false },
  dismiss: { from: ["open"], to: "closed", who: "authority", words: true },
  vanish: { from: ["open", "ordered", "answered"], to: "closed", who: "house", words: false },
};

export type AlertOutcome = { ok: true; to: AlertState } | { ok: false; because: "state" | "mover" | "words" };

/** Whether an alert may make a move. Goes in: its state, the move, who asks, the words given. Comes out: the next state or why not. */
export const nextAlertState = (
  state: AlertState,
  move: AlertMove,
  who: AlertMover,
  words: string,
): AlertOutcome => {
  const transition = ALERT_MOVES[move];
  if (!transition.from.includes(state)) return { ok: false, because: "state" };
  if (transition.who !== who) return { ok: false, because: "mover" };
  if (transition.words && words.trim() === "") return { ok: false, because: "words" };
  return { ok: true, to: transition.to };
};

/** Days an open alert may wait for an order before the next authority up is told. House rule. */
export const ORDER_WITHIN_DAYS = 30;

/** Days after its deadline an unanswered order is passed on. House rule. */
export const ANSWER_GRACE_DAYS = 10;

export type Silence = { who: "authority" | "owner"; level: number } | null;

/**
 * Who has been silent too long. Goes in: the state, the dates, the level reached and today. Comes out: who, with the level
 * it rises to: 1 tells the organization's owners and the authority again, 2 the next authority up; null when nobody is or
 * both were told. House rule.
 */
export const silenceOf = (
  alert: { state: AlertState; raisedOn: string; dueOn: string | null; level: number },
  today: string,
  addDays: (date: string, days: number) => string,
): Silence => {
  if (alert.level >= 2) return null;
  const level = alert.level + 1;
  if (alert.state === "open") {
    return addDays(alert.raisedOn, ORDER_WITHIN_DAYS * level) < today ? { who: "authority", level } : null;
  }
  if (alert.state !== "ordered" || alert.dueOn === null) return null;
  const until = level === 1 ? alert.dueOn : addDays(alert.dueOn, ANSWER_GRACE_DAYS);
  return until < today ? { who: "owner", level } : null;
};
