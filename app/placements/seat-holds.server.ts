import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";

export type SeatToHold = {
  applicationId: string;
  studentId: string;
  hostId: string;
  listingId: string | null;
  postId: string | null;
  startsOn: string;
  endsOn: string;
  expiresAt: Date;
};

/** Keeps a seat for an offer inside the caller's transaction, until it is released, accepted or runs out. */
export const holdSeat = async (tx: Tx, ctx: Ctx, seat: SeatToHold): Promise<void> => {
  const now = ctx.clock.now();
  await tx.seatHold.upsert({
    where: { applicationId: seat.applicationId },
    create: { ...seat, id: newId(now.getTime()), createdAt: now },
    update: seat,
  });
};

/** Lets the seat of an offer go; there need not be one. */
export const releaseSeat = async (tx: Tx, applicationId: string): Promise<void> => {
  await tx.seatHold.deleteMany({ where: { applicationId } });
};
