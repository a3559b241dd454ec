export const DOCUMENT_STATES = [
  "draft",
  "negotiating",
  "approved",
  "signing",
  "signed",
  "sealed",
  "withdrawn",
  "expired",
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_KINDS = ["main", "amendment", "renewal"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type DocumentAction =
  | "edit"
  | "send"
  | "approve"
  | "open_signing"
  | "sign"
  | "refuse"
  | "seal"
  | "withdraw"
  | "expire";

/** drafter: who drew it up · holder: whose turn · party: any party · clock: nobody. */
export type DocumentMover = "drafter" | "holder" | "party" | "clock";

export type DocumentTransition = {
  action: DocumentAction;
  from: DocumentState;
  who: DocumentMover;
  reason: boolean;
};

/** Every move a document can make; what is not here cannot happen. House rule (product: lifecycles). */
export const DOCUMENT_TRANSITIONS: readonly DocumentTransition[] = [
  { action: "edit", from: "draft", who: "drafter", reason: false },
  { action: "send", from: "draft", who: "drafter", reason: false },
  { action: "withdraw", from: "draft", who: "drafter", reason: false },
  { action: "edit", from: "negotiating", who: "holder", reason: false },
  { action: "send", from: "negotiating", who: "holder", reason: false },
  { action: "approve", from: "negotiating", who: "party", reason: false },
  { action: "withdraw", from: "negotiating", who: "party", reason: true },
  { action: "expire", from: "negotiating", who: "clock", reason: false },
  { action: "edit", from: "approved", who: "party", reason: false },
  { action: "open_signing", from: "approved", who: "party", reason: false },
  { action: "withdraw", from: "approved", who: "party", reason: true },
  { action: "expire", from: "approved", who: "clock", reason: false },
  { action: "sign", from: "signing", who: "party", reason: false },
  { action: "refuse", from: "signing", who: "party", reason: true },
  { action: "withdraw", from: "signing", who: "party", reason: true },
  { action: "expire", from: "signing", who: "clock", reason: false },
  { action: "seal", from: "signed", who: "clock", reason: false },
];

/** What a document's moves depend on. `signers` and `signed` are organization ids. */
export type DocumentFacts = {
  state: DocumentState;
  number: number;
  drafterId: string;
  holderId: string | null;
  partyIds: readonly string[];
  /** Which party approved which version. */
  approvals: readonly { organizationId: string; number: number }[];
  /** The version frozen for signing, null outside it. */
  frozenNumber: number | null;
  /** One entry a named signatory who must sign, in signing order. */
  signers: readonly { organizationId: string; signatoryId: string; signed: boolean }[];
  order: "parallel" | "sequential";
  startsOn: string;
  /** Last civil date of the negotiation or signing. */
  lapsesOn: string | null;
  stops: boolean;
};

export type DocumentEvent =
  | {
      action: Exclude<DocumentAction, "sign">;
      by: string | "clock";
      today: string;
      reason?: string;
      to?: string;
    }
  | { action: "sign"; by: string; signatoryId: string; today: string };

export type DocumentRefusal =
  | "not_now"
  | "not_your_turn"
  | "not_the_drafter"
  | "not_a_party"
  | "reason_needed"
  | "already_approved"
  | "findings"
  | "starts_in_past"
  | "no_signatory"
  | "not_signatory"
  | "already_signed"
  | "wait_your_turn"
  | "lapsed"
  | "too_early"
  | "nobody_to_send_to";

export type DocumentMove =
  | { allowed: true; next: DocumentFacts }
  | { allowed: false; because: DocumentRefusal };

const no = (because: DocumentRefusal): DocumentMove => ({ allowed: false, because });
const go = (facts: DocumentFacts, change: Partial<DocumentFacts>): DocumentMove => ({
  allowed: true,
  next: { ...facts, ...change },
});

/** The parties that approved exactly the version on the table. */
export const approvedBy = (facts: Pick<DocumentFacts, "approvals" | "number" | "partyIds">): string[] =>
  facts.partyIds.filter((id) =>
    facts.approvals.some((one) => one.organizationId === id && one.number === facts.number),
  );

const nextHolder = (facts: DocumentFacts, from: string, approved: readonly string[]): string | null => {
  const at = facts.partyIds.indexOf(from);
  const order = [...facts.partyIds.slice(at + 1), ...facts.partyIds.slice(0, Math.max(0, at))];
  return order.find((id) => !approved.includes(id)) ?? order[0] ?? null;
};

const wrongMover = (facts: DocumentFacts, who: DocumentMover, by: string): DocumentRefusal | null => {
  if (who === "clock" || by === "clock") return who === "clock" && by === "clock" ? null : "not_your_turn";
  if (!facts.partyIds.includes(by)) return "not_a_party";
  if (who === "drafter" && by !== facts.drafterId) return "not_the_drafter";
  if (who === "holder" && by !== facts.holderId) return "not_your_turn";
  return null;
};

const cleared = (facts: DocumentFacts): Pick<DocumentFacts, "approvals" | "frozenNumber" | "signers"> => ({
  approvals: [],
  frozenNumber: null,
  signers: facts.signers.map((one) => ({ ...one, signed: false })),
});

const moves: Record<DocumentAction, (facts: DocumentFacts, event: DocumentEvent) => DocumentMove> = {
  edit: (facts, { by }) => {
    const state = facts.state === "draft" ? "draft" : "negotiating";
    return go(facts, {
      ...cleared(facts),
      state,
      number: facts.number + 1,
      holderId: facts.state === "draft" ? null : by,
    });
  },
  send: (facts, event) => {
    const wanted = event.action === "send" ? event.to : undefined;
    const to =
      wanted && wanted !== event.by && facts.partyIds.includes(wanted)
        ? wanted
        : nextHolder(facts, event.by, approvedBy(facts));
    if (!to || to === event.by) return no("nobody_to_send_to");
    return go(facts, { state: "negotiating", holderId: to });
  },
  approve: (facts, { by }) => {
    const approved = approvedBy(facts);
    if (approved.includes(by)) return no("already_approved");
    if (facts.stops) return no("findings");
    const now = [...approved, by];
    const approvals = now.map((organizationId) => ({ organizationId, number: facts.number }));
    if (now.length === facts.partyIds.length)
      return go(facts, { approvals, state: "approved", holderId: null });
    const holderId = facts.holderId === by ? nextHolder(facts, by, now) : facts.holderId;
    return go(facts, { approvals, holderId });
  },
  open_signing: (facts, event) => {
    if (approvedBy(facts).length !== facts.partyIds.length) return no("not_now");
    if (facts.stops) return no("findings");
    if (facts.startsOn < event.today) return no("starts_in_past");
    const named = new Set(facts.signers.map((one) => one.organizationId));
    if (!facts.partyIds.every((id) => named.has(id))) return no("no_signatory");
    return go(facts, { state: "signing", frozenNumber: facts.number, holderId: null });
  },
  sign: (facts, event) => {
    if (event.action !== "sign") return no("not_now");
    if (facts.lapsesOn && event.today > facts.lapsesOn) return no("lapsed");
    const at = facts.signers.findIndex(
      (one) => one.signatoryId === event.signatoryId && one.organizationId === event.by,
    );
    const signer = facts.signers[at];
    if (!signer) return no("not_signatory");
    if (signer.signed) return no("already_signed");
    if (facts.order === "sequential" && facts.signers.slice(0, at).some((one) => !one.signed))
      return no("wait_your_turn");
    const signers = facts.signers.map((one, index) => (index === at ? { ...one, signed: true } : one));
    return go(facts, { signers, state: signers.every((one) => one.signed) ? "signed" : "signing" });
  },
  refuse: (facts, { by }) => go(facts, { ...cleared(facts), state: "negotiating", holderId: by }),
  seal: (facts) => go(facts, { state: "sealed" }),
  withdraw: (facts) => go(facts, { state: "withdrawn", holderId: null, approvals: [] }),
  expire: (facts, { today }) =>
    facts.lapsesOn && today > facts.lapsesOn
      ? go(facts, { state: "expired", holderId: null, approvals: [] })
      : no("too_early"),
};

/**
 * Whether a document may make a move, and how it stands afterwards. Goes in: its facts and who does what on which civil
 * date. Comes out: the facts after the move, or why not. An edit makes a new version and clears every approval; signing
 * is possible only for the version every party approved; a refusal leads back to negotiation with the text kept.
 */
export const moveDocument = (facts: DocumentFacts, event: DocumentEvent): DocumentMove => {
  const transition = DOCUMENT_TRANSITIONS.find(
    (one) => one.action === event.action && one.from === facts.state,
  );
  if (!transition) return no("not_now");
  const wrong = wrongMover(facts, transition.who, event.by);
  if (wrong) return no(wrong);
  if (transition.reason && !("reason" in event && event.reason?.trim())) return no("reason_needed");
  return moves[event.action](facts, event);
};

const PROBE = "-";

/** What a party may do now with a document: the buttons of its page. Signing is asked per signatory, not here. */
export const documentMovesOf = (
  facts: DocumentFacts,
  organizationId: string,
  today: string,
): DocumentAction[] =>
  (["edit", "send", "approve", "open_signing", "refuse", "withdraw"] as const).filter(
    (action) => moveDocument(facts, { action, by: organizationId, today, reason: PROBE }).allowed,
  );
