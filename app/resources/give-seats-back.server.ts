import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { bookingMails } from "./resource-mails.server";

type Cancelled = {
  booking: {
    id: string;
    slotId: string;
    ownerId: string;
    bookerId: string;
    groupName: string;
    people: number;
    seats: number;
    version: number;
  };
  slot: { day: string; fromMinute: number; toMinute: number };
  title: string;
  side: "owner" | "booker";
  reason: string;
};

/** Cancels one booking inside the caller's transaction: its seats are free again and the other side is told why. */
export const giveSeatsBack = async (tx: Tx, ctx: MemberCtx, gone: Cancelled): Promise<void> => {
  const { booking, slot, side, reason } = gone;
  const { count } = await tx.resourceBooking.updateMany({
    where: { id: booking.id, version: booking.version, state: "booked" },
    data: {
      state: "cancelled",
      cancelledBy: side,
      reason,
      updatedAt: ctx.clock.now(),
      version: { increment: 1 },
    },
  });
  if (count === 0) return stale();
  await tx.resourceSlot.update({
    where: { id: booking.slotId },
    data: { taken: { decrement: booking.seats }, version: { increment: 1 } },
  });
  await record(tx, ctx, {
    subject: { type: "resourceBooking", id: booking.id },
    name: "resource_booking.cancelled",
    payload: { by: side, reason },
    audience: [booking.ownerId, booking.bookerId],
  });
  const to = side === "owner" ? booking.bookerId : booking.ownerId;
  const { groupName, people } = booking;
  await enqueue(
    tx,
    ctx,
    await bookingMails(tx, {
      kind: "cancelled",
      bookingId: booking.id,
      to,
      title: gone.title,
      slot,
      groupName,
      people,
      reason,
    }),
  );
};
