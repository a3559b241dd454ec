export const RECOGNITION_STATES = ["applied", "cultivating", "awarded", "returned", "ended"] as const;
export type RecognitionState = (typeof RECOGNITION_STATES)[number];

export type RecognitionMove = "accept" | "award" | "return" | "end";

/** From application into the pool (建设培育), to the award (认证); an authority decides, an award ends with its date. */
export const RECOGNITION_MOVES: Record<
  RecognitionMove,
  { from: readonly RecognitionState[]; to: RecognitionState; reason: boolean }
> = {
  accept: { from: ["applied"], to: "cultivating", reason: false },
  award: { from: ["cultivating"], to: "awarded", reason: false },
  return: { from: ["applied", "cultivating"], to: "returned", reason: true },
  end: { from: ["awarded", "cultivating"], to: "ended", reason: true },
};

/** Adds months to a civil date, to the last day of a shorter month. */
export const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
};

export type RecognitionOutcome =
  | { ok: true; to: RecognitionState }
  | { ok: false; because: "state" | "reason" | "early" };

/**
 * Whether an authority may make a move. Goes in: the state, the move, the reason given, since when it has been cultivated,
 * how many months are needed, today. Comes out: the next state or why not; an award before the months are over is early.
 */
export const nextRecognition = (
  state: RecognitionState,
  move: RecognitionMove,
  reason: string,
  cultivation: { since: string | null; months: number; today: string },
): RecognitionOutcome => {
  const transition = RECOGNITION_MOVES[move];
  if (!transition.from.includes(state)) return { ok: false, because: "state" };
  if (transition.reason && reason.trim() === "") return { ok: false, because: "reason" };
  const { since, months, today } = cultivation;
  if (move === "award" && (since === null || addMonths(since, months) > today))
    return { ok: false, because: "early" };
  return { ok: true, to: transition.to };
};
