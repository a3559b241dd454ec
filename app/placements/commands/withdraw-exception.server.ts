import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { exceptionRefusal } from "../gate-policy";

/**
 * Takes a recorded exception of the head-count back; placements judged from now on no longer rest on it. Goes in: its id.
 * Refuses another unit's (not found), staff who only look (forbidden) and one taken back before (conflict).
 */
export const withdrawException = (ctx: MemberCtx, id: string): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const hostId = ctx.actor.organizationId;
    const found = await tx.headCountException.findFirst({ where: { id, hostId } });
    if (!found) return reject(notFound().refusal);
    const refusal = exceptionRefusal(ctx.actor);
    if (refusal) reject(refusal);
    const { count } = await tx.headCountException.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock.now(), version: { increment: 1 } },
    });
    if (count === 0) stale();
    await record(tx, ctx, {
      subject: { type: "organization", id: hostId },
      name: "organization.head_count_exception_withdrawn",
      payload: { exceptionId: id },
      audience: [hostId],
    });
    return { id };
  });
