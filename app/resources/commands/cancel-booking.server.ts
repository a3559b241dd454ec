import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { giveSeatsBack } from "../give-seats-back.server";
import { refuseBooking, refuseSharing } from "../policy";
import { concernedBooking } from "../resource-access.server";
import { mayStillCancel } from "../rules/booking";

/**
 * Either side cancels a booking, with a reason the other is told. Goes in: the booking, its version, reason. Comes out:
 * nothing; the seats are free again. Refuses from the day of the session on and once it is cancelled or held (conflict).
 */
export const cancelBooking = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; reason: string },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const { booking, slot, resource, side } = await concernedBooking(tx, ctx, id);
    const refusal = side === "owner" ? refuseSharing(ctx.actor) : refuseBooking(ctx.actor);
    if (refusal) return reject(refusal);
    if (booking.state !== "booked" || !mayStillCancel(slot.day, civilDate(ctx.clock.now())))
      return reject({ code: "conflict", key: "resources.errors.cancelOver" });
    const asSeen = { ...booking, version: input.version };
    await giveSeatsBack(tx, ctx, {
      booking: asSeen,
      slot,
      title: resource.title,
      side,
      reason: input.reason,
    });
    return null;
  });
