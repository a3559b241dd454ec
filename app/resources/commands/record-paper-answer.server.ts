import type { MemberCtx } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseBooking } from "../policy";
import { concernedBooking } from "../resource-access.server";
import { GUARDIAN_UNDER } from "../rules/booking";

/**
 * The school notes that a guardian agreed on the printed slip, which it keeps. Goes in: booking, its version, the name on the
 * list, the guardian's name on the slip. Comes out: nothing. Refuses names of other bookings (not found), visitors who need
 * no guardian, a guardian who already answered through the link — the own word stands — and a booking that is over (conflict).
 */
export const recordPaperAnswer = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; visitor: string; guardian: string },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const { booking } = await concernedBooking(tx, ctx, id, ["booker"]);
    const refusal = refuseBooking(ctx.actor);
    if (refusal) return reject(refusal);
    const visitor = await tx.resourceVisitor.findFirst({ where: { id: input.visitor, bookingId: id } });
    if (!visitor) return reject({ code: "not_found", key: "errors.notFound" });
    if (booking.state !== "booked") return reject({ code: "conflict", key: "resources.errors.answerOver" });
    if (visitor.age >= GUARDIAN_UNDER || visitor.answer !== null)
      return reject({ code: "conflict", key: "resources.errors.answered" });
    const now = ctx.clock.now();
    const { count } = await tx.resourceBooking.updateMany({
      where: { id, version: input.version },
      data: { updatedAt: now, version: { increment: 1 } },
    });
    if (count === 0) return stale();
    await tx.resourceVisitor.update({
      where: { id: visitor.id },
      data: {
        answer: "given",
        guardianSealed: sealField("resourceVisitor.guardian", input.guardian),
        how: "paper",
        answeredAt: now,
      },
    });
    await record(tx, ctx, {
      subject: { type: "resourceBooking", id },
      name: "resource_booking.paper_noted",
      payload: { visitorId: visitor.id },
      audience: [booking.bookerId],
    });
    return null;
  });
