/** Why the operator blocks an organization. */
export const BLOCK_REASONS = ["false_pair", "agency", "fee", "false_papers", "name_used", "other"] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** What a partner finds wrong with an organization. */
export const SUSPICION_REASONS = [
  "agency",
  "fee",
  "false_school",
  "name_used",
  "same_people",
  "other",
] as const;
export type SuspicionReason = (typeof SUSPICION_REASONS)[number];

/** Where a block stands: in_force → appealed → upheld or lifted; the operator may lift it at any time. */
export const BLOCK_STATES = ["in_force", "appealed", "upheld", "lifted"] as const;
export type BlockState = (typeof BLOCK_STATES)[number];

/** Whether a block still keeps its organization out. */
export const isInForce = (state: string): boolean => state !== "lifted";

/** Whether an organization may answer a block: once, before it was decided. House rule. */
export const mayAppeal = (state: string): boolean => state === "in_force";

/**
 * The state an organization has once a block is lifted. Goes in: the state it had before. Comes out: a verified party is
 * verified again; one whose papers waited is a draft again, because its review was closed by the block. House rule.
 */
export const stateAfterLift = (before: string): "verified" | "returned" | "draft" =>
  before === "verified" ? "verified" : before === "returned" ? "returned" : "draft";

/**
 * Whether this operator may decide on an appeal. Goes in: who blocked, who decides, and the note. Comes out: true for
 * somebody else; whoever blocked decides only with a note of at least twenty characters, which goes on record. House rule.
 */
export const mayDecideAppeal = (blockedBy: string, decidedBy: string, note: string): boolean =>
  blockedBy !== decidedBy || note.trim().length >= 20;
