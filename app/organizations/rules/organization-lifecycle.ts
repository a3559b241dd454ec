/** Where an organization stands with the platform; `merged` leads to another profile, `ended` closes an unclaimed one. */
export const ORGANIZATION_STATES = [
  "unclaimed",
  "draft",
  "submitted",
  "verified",
  "returned",
  "blocked",
  "merged",
  "ended",
] as const;

export type OrganizationState = (typeof ORGANIZATION_STATES)[number];

export type OrganizationAct =
  | "submit"
  | "withdraw"
  | "approve"
  | "return"
  | "revoke"
  | "block"
  | "merge"
  | "end";

type Transition = {
  act: OrganizationAct;
  from: readonly OrganizationState[];
  to: OrganizationState;
  /** own: owner or coordinator of the organization · operator · system */
  who: "own" | "operator" | "system";
  reasonNeeded: boolean;
};

/**
 * The one table of an organization's states; lifting a block gives back the state before it (`rules/trust-terms.ts`).
 * House rule: the documents ask for verified parties, not for these steps.
 */
export const ORGANIZATION_TRANSITIONS: readonly Transition[] = [
  { act: "submit", from: ["draft", "returned"], to: "submitted", who: "own", reasonNeeded: false },
  { act: "withdraw", from: ["submitted"], to: "draft", who: "own", reasonNeeded: false },
  { act: "approve", from: ["submitted"], to: "verified", who: "operator", reasonNeeded: false },
  { act: "return", from: ["submitted"], to: "returned", who: "operator", reasonNeeded: true },
  { act: "revoke", from: ["verified"], to: "returned", who: "operator", reasonNeeded: true },
  {
    act: "block",
    from: ["draft", "submitted", "verified", "returned"],
    to: "blocked",
    who: "operator",
    reasonNeeded: true,
  },
  { act: "merge", from: ["unclaimed"], to: "merged", who: "system", reasonNeeded: false },
  {
    act: "merge",
    from: ["draft", "submitted", "verified", "returned"],
    to: "merged",
    who: "operator",
    reasonNeeded: true,
  },
  { act: "end", from: ["unclaimed"], to: "ended", who: "system", reasonNeeded: false },
];

/** The state an act leads to from a state, or null when the table does not hold it. */
export const nextState = (from: string, act: OrganizationAct): OrganizationState | null =>
  ORGANIZATION_TRANSITIONS.find(
    (transition) => transition.act === act && (transition.from as readonly string[]).includes(from),
  )?.to ?? null;

/** States in which name and codes are what the operator looks at or has confirmed: they no longer change by a form. */
export const identityIsFixed = (state: string): boolean =>
  state === "submitted" || state === "verified" || state === "blocked";

/** States anybody may see: a party the operator verified, or a public institution nobody acts for yet. */
export const isPublicState = (state: string): boolean => state === "verified" || state === "unclaimed";
