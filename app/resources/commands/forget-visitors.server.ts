import type { Ctx } from "~/platform/command";
import { inTransaction } from "~/platform/db/gate.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { KEPT_DAYS } from "../rules/retention";

/**
 * Removes the class lists of sessions that are long over: names, guardians and their links. Goes in: the clock. Comes out: how
 * many names went. Numbers booked and come stay with the booking. House rule: ninety days after the session.
 */
export const forgetVisitors = (ctx: Ctx): Promise<number> => {
  const before = addDays(civilDate(ctx.clock.now()), -KEPT_DAYS);
  return inTransaction(
    (tx) => tx.$executeRaw`
      DELETE FROM "ResourceVisitor" WHERE "bookingId" IN (
        SELECT booking."id" FROM "ResourceBooking" AS booking
        JOIN "ResourceSlot" AS slot ON slot."id" = booking."slotId"
        WHERE slot."day" < ${before}
      )`,
  );
};
