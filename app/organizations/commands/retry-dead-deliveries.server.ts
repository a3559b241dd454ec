import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { mayReview } from "../policy";

/** So many at a time: the write gate is held while they are queued again. House rule. */
const AT_ONCE = 500;

/**
 * Has the given-up deliveries of one kind tried again, the oldest five hundred at most. Goes in: the kind. Comes out: how
 * many were queued again. Refuses anybody but the operator (not found) and a kind of which none is given up (conflict).
 */
export const retryDeadDeliveries = async (
  ctx: PersonCtx,
  kind: string,
): Promise<Result<{ queued: number }>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  return decide(async (tx) => {
    const dead = await tx.delivery.findMany({
      where: { state: "dead", kind },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true },
    });
    if (dead.length === 0) reject({ code: "conflict", key: "admin.refused.notDead" });
    const { count } = await tx.delivery.updateMany({
      where: { id: { in: dead.map(({ id }) => id) }, state: "dead" },
      data: { state: "queued", attempts: 0, runAt: ctx.clock.now(), lockedUntil: null },
    });
    await record(tx, ctx, {
      subject: { type: "outbox", id: kind },
      name: "delivery.kind_retried",
      payload: { kind, queued: count },
      audience: [],
    });
    return { queued: count };
  });
};
