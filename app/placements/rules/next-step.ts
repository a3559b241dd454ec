import { addDays } from "~/platform/time/clock";
import { closedGate, type Gate, type GateReason, type GateWho } from "./gates";
import type { PlacementState } from "./lifecycle";

/** What happens next to a placement, who does it, and by when. */
export type NextStep =
  | { kind: "gate"; gate: Gate["gate"]; because: GateReason; who: GateWho; by: string }
  | { kind: "start"; who: "school"; by: string }
  | { kind: "run"; who: "student"; by: string }
  | { kind: "resume"; who: "school"; by: null }
  | { kind: "assess" | "certify"; who: "school"; by: string }
  | { kind: "over"; who: null; by: null };

/** Days after the end within which a placement is assessed, and after that certified. House rule. */
const ASSESS_DAYS = 14;
const CERTIFY_DAYS = 21;

/**
 * The one next step of a placement. Goes in: its state, dates and gates. Comes out: the step; while it is prepared that
 * is the first reason that holds the first closed gate, due the day before the start. House rule.
 */
export const nextStep = (
  placement: { state: string; startsOn: string; endsOn: string },
  gates: readonly Gate[],
): NextStep => {
  switch (placement.state as PlacementState) {
    case "preparing": {
      const closed = closedGate(gates);
      const reason = closed?.reasons[0];
      return closed && reason
        ? { kind: "gate", gate: closed.gate, ...reason, by: addDays(placement.startsOn, -1) }
        : { kind: "start", who: "school", by: placement.startsOn };
    }
    case "in_progress":
      return { kind: "run", who: "student", by: placement.endsOn };
    case "paused":
      return { kind: "resume", who: "school", by: null };
    case "completed":
      return { kind: "assess", who: "school", by: addDays(placement.endsOn, ASSESS_DAYS) };
    case "assessed":
      return { kind: "certify", who: "school", by: addDays(placement.endsOn, CERTIFY_DAYS) };
    default:
      return { kind: "over", who: null, by: null };
  }
};
