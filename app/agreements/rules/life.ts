import type { DocumentState } from "./document-lifecycle";

export const AGREEMENT_STATES = [
  "draft",
  "negotiating",
  "approved",
  "signing",
  "signed",
  "active",
  "suspended",
  "completed",
  "expired",
  "terminated",
  "withdrawn",
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export type LifeAction = "suspend" | "resume" | "terminate" | "end";

type LifeTransition = {
  action: LifeAction;
  from: readonly AgreementState[];
  who: "party" | "clock";
  reason: boolean;
};

/** What can happen to an agreement in force. House rule (product: lifecycles). */
export const LIFE_TRANSITIONS: readonly LifeTransition[] = [
  { action: "suspend", from: ["active"], who: "party", reason: true },
  { action: "resume", from: ["suspended"], who: "party", reason: true },
  { action: "terminate", from: ["active", "suspended"], who: "party", reason: true },
  { action: "end", from: ["active", "suspended"], who: "clock", reason: false },
];

/** Days between a notice of termination and its taking effect. House rule, as in the model clause. */
export const NOTICE_DAYS = 30;

export const PLACEMENT_PLANS = ["finish", "transfer", "stop_safely", "none_running"] as const;
export type PlacementPlan = (typeof PLACEMENT_PLANS)[number];

/** Whether a move is open from a state. */
export const mayLive = (state: AgreementState, action: LifeAction): boolean =>
  LIFE_TRANSITIONS.some((one) => one.action === action && one.from.includes(state));

/** Whether deliveries count on a civil date: in force, not paused, begun by its signatures and not past its end. */
export const isRunning = (
  agreement: { state: string; effectiveOn: string | null; endsOn: string },
  today: string,
): boolean =>
  agreement.state === "active" &&
  agreement.effectiveOn !== null &&
  agreement.effectiveOn <= today &&
  today <= agreement.endsOn;

export type NotHolding = "not_sealed" | "not_yet" | "over" | "terminated" | "suspended";

/**
 * Why an agreement does not hold on a civil date (YYYY-MM-DD), or null when it does. It no longer holds from the day its
 * termination takes effect; a suspension counts for every date as long as it lasts. House rule (product: lifecycles).
 */
export const holdsOn = (
  agreement: {
    state: string;
    effectiveOn: string | null;
    endsOn: string;
    terminatesOn: string | null;
  },
  on: string,
): NotHolding | null => {
  if (!agreement.effectiveOn) return "not_sealed";
  if (on < agreement.effectiveOn) return "not_yet";
  if (agreement.terminatesOn && on >= agreement.terminatesOn) return "terminated";
  if (on > agreement.endsOn) return "over";
  return agreement.state === "suspended" ? "suspended" : null;
};

/** When an agreement takes effect: its first day, never before the day of the last signature. No back-dating. */
export const effectiveFrom = (startsOn: string, lastSignedOn: string): string =>
  startsOn > lastSignedOn ? startsOn : lastSignedOn;

/** How an agreement whose last day has passed ended: everything promised was accepted, or it ran out. */
export const endedAs = (
  commitments: readonly { quantity: number; accepted: number }[],
): "completed" | "expired" =>
  commitments.length > 0 && commitments.every((one) => one.accepted >= one.quantity)
    ? "completed"
    : "expired";

/** The state an agreement shows while its first document is on the way; in force it has a life of its own. */
export const stateOfMain = (state: DocumentState): AgreementState => (state === "sealed" ? "active" : state);
