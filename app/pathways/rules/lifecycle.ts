export const TRANSFER_STATES = [
  "draft",
  "counselling",
  "consent",
  "sending",
  "eligibility",
  "assessment",
  "ranked",
  "notice",
  "receiving",
  "authority",
  "credits",
  "moved",
  "returning",
  "rejected",
  "withdrawn",
  "lapsed",
  "reverted",
] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export const TRANSFER_ACTIONS = [
  "propose",
  "counsel",
  "submit",
  "send",
  "refuseSending",
  "examine",
  "turnAway",
  "complete",
  "rank",
  "publish",
  "passNotice",
  "uphold",
  "accept",
  "refuseReceiving",
  "approve",
  "refuseAuthority",
  "move",
  "reverse",
  "cutQuota",
  "withdraw",
  "lapse",
  "askReturn",
  "confirmReturn",
  "refuseReturn",
] as const;
export type TransferAction = (typeof TRANSFER_ACTIONS)[number];

export type Actor = "student" | "guardian" | "sending" | "receiving" | "authority" | "clock" | "machine";

/** What must hold besides the state; the command checks it and says which one failed. */
export type Guard =
  | "windowOpen"
  | "counselled"
  | "consents"
  | "noBlock"
  | "allScored"
  | "insideSeats"
  | "noticeOver"
  | "objectionsAnswered"
  | "chainDone"
  | "creditsSettled"
  | "returnInTime"
  | "dueOver";

export type TransferTransition = {
  action: TransferAction;
  from: readonly TransferState[];
  to: TransferState;
  who: readonly Actor[];
  guards: readonly Guard[];
  reason: boolean;
};

const UNDECIDED: readonly TransferState[] = [
  "draft",
  "counselling",
  "consent",
  "sending",
  "eligibility",
  "assessment",
  "ranked",
  "notice",
  "receiving",
  "authority",
  "credits",
];

const row = (
  action: TransferAction,
  from: readonly TransferState[],
  to: TransferState,
  who: readonly Actor[],
  guards: readonly Guard[] = [],
  reason: "reason" | "" = "",
): TransferTransition => ({ action, from, to, who, guards, reason: reason === "reason" });

const LAPSING: readonly TransferState[] = ["draft", "counselling", "consent", "eligibility", "ranked"];

/** The one table of a transfer's life. House rule, after the process of the regional methods and the product's lifecycle. */
export const TRANSFER_TRANSITIONS: readonly TransferTransition[] = [
  row("propose", ["draft"], "counselling", ["student", "sending"], ["windowOpen"]),
  row("counsel", ["counselling"], "consent", ["sending"], ["windowOpen"]),
  row(
    "submit",
    ["consent"],
    "sending",
    ["student", "sending"],
    ["windowOpen", "counselled", "consents", "noBlock"],
  ),
  row("send", ["sending"], "eligibility", ["sending"]),
  row("refuseSending", ["sending"], "rejected", ["sending"], [], "reason"),
  row("examine", ["eligibility"], "assessment", ["machine"], ["noBlock"]),
  row("turnAway", ["eligibility"], "rejected", ["machine"], [], "reason"),
  row("complete", ["eligibility"], "eligibility", ["sending"]),
  row("rank", ["assessment", "ranked"], "ranked", ["receiving"], ["allScored"]),
  row("publish", ["ranked"], "notice", ["receiving"], ["insideSeats"]),
  row("passNotice", ["notice"], "receiving", ["receiving", "clock"], ["noticeOver", "objectionsAnswered"]),
  row("uphold", ["notice"], "rejected", ["receiving"], [], "reason"),
  row("accept", ["receiving"], "authority", ["receiving"], ["insideSeats"]),
  row("refuseReceiving", ["assessment", "ranked", "receiving"], "rejected", ["receiving"], [], "reason"),
  row("approve", ["authority"], "credits", ["authority"], ["chainDone"]),
  row("refuseAuthority", ["authority"], "rejected", ["authority"], [], "reason"),
  row("move", ["credits"], "moved", ["receiving"], ["creditsSettled"]),
  row("reverse", ["credits", "moved"], "reverted", ["authority"], [], "reason"),
  row("cutQuota", ["ranked", "notice", "receiving"], "ranked", ["authority"], [], "reason"),
  row("withdraw", UNDECIDED, "withdrawn", ["student", "guardian", "sending"], [], "reason"),
  row("lapse", LAPSING, "lapsed", ["clock"], ["dueOver"], "reason"),
  row("askReturn", ["moved"], "returning", ["student", "guardian"], ["returnInTime"], "reason"),
  row("confirmReturn", ["returning"], "reverted", ["sending"]),
  row("refuseReturn", ["returning"], "moved", ["sending"], [], "reason"),
];

/** States in which nothing more will happen. */
export const ENDED: readonly TransferState[] = ["moved", "rejected", "withdrawn", "lapsed", "reverted"];

/** States that hold a seat of the quota. */
export const SEATED: readonly TransferState[] = ["authority", "credits", "moved", "returning"];

/**
 * The transition an actor asks for. Goes in: the state, the action, who asks, and the reason given. Comes out: the row of the
 * table, or why not: `state` when the action is not open here, `who` when it is somebody else's, `reason` when one is wanted.
 */
export const transitionFor = (
  state: TransferState,
  action: TransferAction,
  who: Actor,
  reason?: string,
): { ok: true; transition: TransferTransition } | { ok: false; why: "state" | "who" | "reason" } => {
  const transition = TRANSFER_TRANSITIONS.find((one) => one.action === action && one.from.includes(state));
  if (!transition) return { ok: false, why: "state" };
  if (!transition.who.includes(who)) return { ok: false, why: "who" };
  if (transition.reason && !reason?.trim()) return { ok: false, why: "reason" };
  return { ok: true, transition };
};

/** The steps as people see them, in order; checking belongs to the sending school, ranking to the assessment. */
export const SHOWN_STEPS = [
  "draft",
  "counselling",
  "consent",
  "sending",
  "assessment",
  "notice",
  "receiving",
  "authority",
  "credits",
  "moved",
] as const satisfies readonly TransferState[];

/** Who must act next in a state; during the authority's step the chain says which level. */
export const turnIn = (state: TransferState, chain: readonly string[], step: number): string => {
  switch (state) {
    case "draft":
      return "student";
    case "consent":
      return "student";
    case "counselling":
    case "sending":
    case "eligibility":
    case "returning":
      return "sending";
    case "assessment":
    case "ranked":
    case "notice":
    case "receiving":
    case "credits":
      return "receiving";
    case "authority":
      return chain[step] ?? "none";
    default:
      return "none";
  }
};
