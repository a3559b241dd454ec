import type { ActingCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, type Result } from "~/platform/result";
import { refuseCreditWork } from "../policy";
import { storedFor } from "../stored-transcript.server";

/**
 * The receiving school's system says that it has collected a transcript. Goes in: the deposit's id and the hash of what it
 * received. Comes out: since when it counts as collected; said again, the same. Refuses everybody else (not found), the
 * depositing school itself (forbidden), and a hash that is not the deposit's (beside the field): then it has something else.
 */
export const markCollected = async (
  ctx: ActingCtx,
  id: string,
  input: { hash: string },
): Promise<Result<{ id: string; hash: string; collectedAt: string }>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const found = await storedFor(tx, ctx.actor.organizationId, id);
    if (!found) return reject({ code: "not_found", key: "errors.notFound" });
    const { deposit, part } = found;
    if (part === "depositor") return reject({ code: "forbidden", key: "creditStore.errors.ownDeposit" });
    if (input.hash !== deposit.hash)
      return reject(invalidField("hash", "creditStore.errors.otherHash").refusal);
    if (deposit.collectedAt)
      return { id, hash: deposit.hash, collectedAt: deposit.collectedAt.toISOString() };
    const now = ctx.clock.now();
    await tx.transcriptDeposit.update({
      where: { id },
      data: {
        collectedAt: now,
        collectedById: ctx.actor.organizationId,
        collectedByName: ctx.actor.organization.name,
      },
    });
    await record(tx, ctx, {
      subject: { type: "transcriptDeposit", id },
      name: "transcript.collected",
      payload: { hash: deposit.hash },
      audience: [deposit.schoolId, ctx.actor.organizationId],
    });
    return { id, hash: deposit.hash, collectedAt: now.toISOString() };
  });
};
