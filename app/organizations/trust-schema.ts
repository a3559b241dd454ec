import { z } from "zod";
import { BLOCK_REASONS, SUSPICION_REASONS } from "./rules/trust-terms";

const told = (least: number) => z.string().trim().min(least).max(2000);

export const blockForm = z.object({
  version: z.number().int(),
  reasonCode: z.enum(BLOCK_REASONS),
  /** Read by the organization itself: facts, not suspicions. */
  facts: told(10),
});

export const appealForm = z.object({ block: z.uuid(), appeal: told(10) });

export const appealDecisionForm = z.object({
  block: z.uuid(),
  outcome: z.enum(["upheld", "lifted"]),
  reason: told(4),
});

export const identityChangeForm = z.object({
  name: z.string().trim().min(2).max(100).optional(),
  uscc: z.string().max(30).optional(),
  schoolCode: z.string().max(30).optional(),
  why: told(4),
});

export const identityDecisionForm = z.object({
  change: z.uuid(),
  outcome: z.enum(["approved", "refused"]),
  reason: z.string().trim().max(1000).optional(),
});

export const mergeForm = z.object({
  version: z.number().int(),
  survivor: z.string().trim().min(1).max(100),
  reason: told(4),
});

export const likenessForm = z.object({ likeness: z.uuid(), note: told(4) });

export const suspicionForm = z.object({
  reasonCode: z.enum(SUSPICION_REASONS),
  text: told(10),
  submissionKey: z.uuid().optional(),
});

export const settleForm = z.object({ suspicion: z.uuid(), note: told(4) });

/** Evidence as it is kept with a request: names and hashes of files. Stored as JSON. */
export const keptEvidence = z.array(z.object({ id: z.string(), name: z.string(), sha256: z.string() }));
export type KeptEvidence = z.infer<typeof keptEvidence>;

/** Facts of a pair as they were when it was found. Stored as JSON. */
export const keptFacts = z.array(
  z.object({
    fact: z.enum(["code", "phone", "name", "mailDomain", "address", "stem"]),
    value: z.string(),
  }),
);
