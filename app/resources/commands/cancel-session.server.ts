import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { giveSeatsBack } from "../give-seats-back.server";
import { refuseSharing } from "../policy";
import { ownResource } from "../resource-access.server";

/**
 * The owner calls a session off, with a reason that everybody who booked is told. Goes in: resource, session, its version,
 * reason. Comes out: how many bookings ended with it. Refuses a session that is over or was called off (conflict).
 */
export const cancelSession = (
  ctx: MemberCtx,
  id: string,
  input: { slot: string; version: number; reason: string },
): Promise<Result<{ bookings: number }>> =>
  decide(async (tx) => {
    const resource = await ownResource(tx, ctx, id);
    const refusal = refuseSharing(ctx.actor);
    if (refusal) return reject(refusal);
    const slot = await tx.resourceSlot.findFirst({ where: { id: input.slot, resourceId: id } });
    if (!slot) return reject({ code: "not_found", key: "errors.notFound" });
    if (slot.state !== "open" || slot.day < civilDate(ctx.clock.now()))
      return reject({ code: "conflict", key: "resources.errors.sessionOver" });
    const { reason } = input;
    const { count } = await tx.resourceSlot.updateMany({
      where: { id: slot.id, version: input.version },
      data: { state: "cancelled", reason, version: { increment: 1 } },
    });
    if (count === 0) return stale();
    const bookings = await tx.resourceBooking.findMany({
      where: { slotId: slot.id, state: "booked" },
      take: 2_000,
    });
    for (const booking of bookings)
      await giveSeatsBack(tx, ctx, { booking, slot, title: resource.title, side: "owner", reason });
    await record(tx, ctx, {
      subject: { type: "sharedResource", id },
      name: "shared_resource.session_cancelled",
      payload: { day: slot.day, reason },
      audience: [resource.organizationId],
    });
    return { bookings: bookings.length };
  });
