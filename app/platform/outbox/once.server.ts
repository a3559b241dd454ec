import { createHash } from "node:crypto";
import type { Ctx } from "../command";
import type { Tx } from "../db/gate.server";
import { canonicalJson, type Json } from "../events/canonical";
import { RefusalError } from "../result";

/**
 * Makes sending a form or call twice do one thing. Goes in: the key the form carried (or Idempotency-Key), what was
 * asked, and the work. Comes out: the work's outcome, or the first outcome when the key was used before by the same
 * actor. Refuses the key with other contents (conflict). House rule.
 */
export const once = async <T extends Json>(
  tx: Tx,
  ctx: Ctx,
  key: string | undefined,
  asked: Json,
  work: () => Promise<T>,
): Promise<T> => {
  if (!key) return work();
  const scoped = `${ctx.actor.personId ?? ctx.actor.organizationId ?? ctx.actor.kind}:${key}`;
  const requestHash = createHash("sha256").update(canonicalJson(asked)).digest("hex");
  const earlier = await tx.submission.findUnique({ where: { key: scoped } });
  if (earlier) {
    if (earlier.requestHash !== requestHash) {
      throw new RefusalError({ code: "conflict", key: "errors.keyReused" });
    }
    return JSON.parse(earlier.outcome) as T;
  }
  const outcome = await work();
  await tx.submission.create({
    data: { key: scoped, requestHash, outcome: JSON.stringify(outcome), createdAt: ctx.clock.now() },
  });
  return outcome;
};
