import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { mayReview } from "../policy";

/**
 * Has a delivery that was given up tried again, from the first attempt. Goes in: its id. Refuses anybody but the
 * operator (not found) and a delivery that is not dead (conflict).
 */
export const retryDelivery = async (ctx: PersonCtx, id: string): Promise<Result<{ id: string }>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  const delivery = await read.delivery.findUnique({ where: { id }, select: { kind: true, attempts: true } });
  if (!delivery) return notFound();
  return decide(async (tx) => {
    const queued = await tx.delivery.updateMany({
      where: { id, state: "dead" },
      data: { state: "queued", attempts: 0, runAt: ctx.clock.now(), lockedUntil: null },
    });
    if (queued.count === 0) reject({ code: "conflict", key: "admin.refused.notDead" });
    await record(tx, ctx, {
      subject: { type: "delivery", id },
      name: "delivery.retried",
      payload: { kind: delivery.kind, attempts: delivery.attempts },
      audience: [],
    });
    return { id };
  });
};
