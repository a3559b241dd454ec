import { createHash } from "node:crypto";

/** How many students of one teacher are drawn for a call each week. House rule. */
export const CALL_BACKS = 2;

/**
 * The students drawn for a call-back. Goes in: placement ids of one teacher, the seed (teacher and Monday), how many. Comes
 * out: ids in the order of their SHA-256 with the seed: the same for everybody who computes it again, and nobody can steer
 * whom it meets. House rule.
 */
export const callBackSample = (ids: readonly string[], seed: string, count = CALL_BACKS): string[] =>
  [...new Set(ids)]
    .map((id) => ({ id, draw: createHash("sha256").update(`${seed}\n${id}`).digest("hex") }))
    .sort((a, b) => (a.draw < b.draw ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
