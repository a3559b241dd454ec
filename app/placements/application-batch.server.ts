import type { Tx } from "~/platform/db/gate.server";
import { decide } from "~/platform/decide.server";
import { ok, type Refusal, type Result } from "~/platform/result";

/** What a bulk action did: how many moved, and why each other one did not. */
export type Batch = { done: number; refused: { id: string; refusal: Refusal }[] };

/**
 * Does the same to several applications, each in a transaction of its own, so that one that cannot move holds up none of
 * the others. Comes out: how many moved and the refusals; a single one that was refused is the refusal itself.
 */
export const eachOf = async (
  ids: readonly string[],
  work: (tx: Tx, id: string, index: number) => Promise<unknown>,
): Promise<Result<Batch>> => {
  const batch: Batch = { done: 0, refused: [] };
  for (const [index, id] of [...new Set(ids)].entries()) {
    const done = await decide((tx) => work(tx, id, index));
    if (done.ok) batch.done += 1;
    else batch.refused.push({ id, refusal: done.refusal });
  }
  const [only] = batch.refused;
  return batch.done === 0 && batch.refused.length === 1 && only
    ? { ok: false, refusal: only.refusal }
    : ok(batch);
};
