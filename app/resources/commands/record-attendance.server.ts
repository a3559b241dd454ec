import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { refuseSharing } from "../policy";
import { concernedBooking } from "../resource-access.server";
import { GUARDIAN_UNDER, mayTakePart } from "../rules/booking";

/**
 * The owner says who came. Goes in: booking, its version, the names ticked on the class list, or only a number where there is
 * no list. Comes out: how many came; the booking is held then and may be corrected by saying it again. Refuses before the
 * session's day (conflict), children under 14 without a list, names that may not take part and more than were booked (invalid).
 */
export const recordAttendance = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; visitors: readonly string[]; came?: number },
): Promise<Result<{ came: number }>> =>
  decide(async (tx) => {
    const { booking, slot } = await concernedBooking(tx, ctx, id, ["owner"]);
    const refusal = refuseSharing(ctx.actor);
    if (refusal) return reject(refusal);
    const now = ctx.clock.now();
    if (booking.state === "cancelled" || slot.day > civilDate(now))
      return reject({ code: "conflict", key: "resources.errors.notYet" });
    const refuseField = (field: string, key: string) =>
      reject({ code: "invalid", key: "errors.checkFields", fields: [{ field, key }] });
    const list = await tx.resourceVisitor.findMany({ where: { bookingId: id }, take: 2_000 });
    const ticked = list.filter((one) => input.visitors.includes(one.id));
    if (ticked.some((one) => !mayTakePart(one)))
      return refuseField("visitors", "resources.errors.noGuardianWord");
    if (list.length === 0 && booking.youngest < GUARDIAN_UNDER && (input.came ?? 0) > 0)
      return refuseField("came", "resources.errors.listNeeded");
    if (list.length === 0 && input.came === undefined) return refuseField("came", "errors.required");
    const came = list.length > 0 ? ticked.length : (input.came ?? 0);
    if (came > booking.people) return refuseField("came", "resources.errors.moreThanBooked");
    const { count } = await tx.resourceBooking.updateMany({
      where: { id, version: input.version },
      data: { state: "held", came, updatedAt: now, version: { increment: 1 } },
    });
    if (count === 0) return stale();
    const present = ticked.map((one) => one.id);
    await tx.resourceVisitor.updateMany({ where: { bookingId: id }, data: { came: false } });
    await tx.resourceVisitor.updateMany({ where: { id: { in: present } }, data: { came: true } });
    await record(tx, ctx, {
      subject: { type: "resourceBooking", id },
      name: "resource_booking.held",
      payload: { came, people: booking.people },
      audience: [booking.ownerId, booking.bookerId],
    });
    return { came };
  });
