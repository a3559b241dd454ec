export const PATHWAY_STATES = [
  "draft",
  "proposed",
  "confirmed",
  "approved",
  "running",
  "closed",
  "ended",
  "withdrawn",
] as const;
/** closed 停止招生: those inside go on, nobody new comes in */
export type PathwayState = (typeof PATHWAY_STATES)[number];

export const PATHWAY_ACTIONS = [
  "propose",
  "settle",
  "decline",
  "takeBack",
  "approve",
  "giveBack",
  "start",
  "close",
  "end",
  "withdraw",
] as const;
export type PathwayAction = (typeof PATHWAY_ACTIONS)[number];

export type PathwayActor = "founder" | "partner" | "authority" | "machine";

/** What must hold besides the state; the command checks it. */
export type PathwayGuard = "planComplete" | "agreementRuns" | "allConfirmed" | "nobodyOnTheWay";

export type PathwayTransition = {
  action: PathwayAction;
  from: readonly PathwayState[];
  to: PathwayState;
  who: readonly PathwayActor[];
  guards: readonly PathwayGuard[];
  reason: boolean;
};

const row = (
  action: PathwayAction,
  from: readonly PathwayState[],
  to: PathwayState,
  who: readonly PathwayActor[],
  guards: readonly PathwayGuard[] = [],
  reason: "reason" | "" = "",
): PathwayTransition => ({ action, from, to, who, guards, reason: reason === "reason" });

/**
 * The one table of a pathway's life. Going back to a draft clears every partner's word: nobody is bound to a plan that was
 * changed after they agreed. House rule.
 */
export const PATHWAY_TRANSITIONS: readonly PathwayTransition[] = [
  row("propose", ["draft"], "proposed", ["founder"], ["planComplete", "agreementRuns"]),
  row("settle", ["proposed"], "confirmed", ["machine"], ["allConfirmed"]),
  row("decline", ["proposed"], "draft", ["partner"], [], "reason"),
  row("takeBack", ["proposed", "confirmed"], "draft", ["founder"], [], "reason"),
  row("approve", ["confirmed"], "approved", ["authority"], ["agreementRuns"]),
  row("giveBack", ["confirmed"], "draft", ["authority"], [], "reason"),
  row("start", ["approved"], "running", ["founder"], ["agreementRuns"]),
  row("close", ["running"], "closed", ["founder", "authority"], [], "reason"),
  row("end", ["closed"], "ended", ["founder"], ["nobodyOnTheWay"]),
  row("withdraw", ["draft", "proposed", "confirmed", "approved"], "withdrawn", ["founder"], [], "reason"),
];

/** States in which nothing more happens. */
export const OVER: readonly PathwayState[] = ["ended", "withdrawn"];

/** States in which cohorts exist and results are entered. */
export const TEACHING: readonly PathwayState[] = ["running", "closed"];

/**
 * The transition an actor asks for. Goes in: the state, the action, who asks, the reason given. Comes out: the row of the
 * table, or why not: `state` when it is not open here, `who` when it is somebody else's, `reason` when one is wanted.
 */
export const pathwayTransition = (
  state: PathwayState,
  action: PathwayAction,
  who: PathwayActor,
  reason?: string,
): { ok: true; transition: PathwayTransition } | { ok: false; why: "state" | "who" | "reason" } => {
  const transition = PATHWAY_TRANSITIONS.find((one) => one.action === action && one.from.includes(state));
  if (!transition) return { ok: false, why: "state" };
  if (!transition.who.includes(who)) return { ok: false, why: "who" };
  if (transition.reason && !reason?.trim()) return { ok: false, why: "reason" };
  return { ok: true, transition };
};

/** The steps as people see them, in order. */
export const SHOWN_STATES = [
  "draft",
  "proposed",
  "confirmed",
  "approved",
  "running",
  "closed",
  "ended",
] as const satisfies readonly PathwayState[];

export type Turn = "founder" | "partners" | "authority" | "nobody";

/** Whose turn it is in a state: a running pathway waits for nobody. */
export const turnOf = (state: PathwayState): Turn => {
  switch (state) {
    case "draft":
    case "approved":
      return "founder";
    case "proposed":
      return "partners";
    case "confirmed":
      return "authority";
    default:
      return "nobody";
  }
};
