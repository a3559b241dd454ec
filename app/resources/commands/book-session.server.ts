import type { MemberCtx } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { refuseBooking } from "../policy";
import { bookingMails } from "../resource-mails.server";
import { bookingProblem, seatsHeld } from "../rules/booking";
import type { BookingForm } from "../schema";

/**
 * Books a session for a group of the actor's organization. Goes in: resource, session, the group with numbers and ages. Comes
 * out: the booking's id; the seats are its own from then on and the owner is told. Refuses with the field at fault where the
 * rules of the resource do not hold, and where seats run out or the whole session is taken (invalid): of two who ask at the
 * same time one gets them. The same group twice, and one's own resource, is a conflict.
 */
export const bookSession = async (
  ctx: MemberCtx,
  resourceId: string,
  { submissionKey, ...input }: BookingForm,
): Promise<Result<{ id: string }>> => {
  const refusal = refuseBooking(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide((tx) =>
    once(tx, ctx, submissionKey, { resourceId, ...input }, async () => {
      const now = ctx.clock.now();
      const { organizationId } = ctx.actor;
      const resource = await tx.sharedResource.findUnique({ where: { id: resourceId } });
      const slot = await tx.resourceSlot.findFirst({ where: { id: input.slot, resourceId } });
      if (!resource || !slot) return reject({ code: "not_found", key: "errors.notFound" });
      if (resource.organizationId === organizationId)
        return reject({ code: "conflict", key: "resources.errors.own" });
      const { groupName, people, adults = 0, youngest, oldest } = input;
      const same = { slotId: slot.id, bookerId: organizationId, groupName, state: "booked" };
      if (await tx.resourceBooking.findFirst({ where: same, select: { id: true } }))
        return reject({ code: "conflict", key: "resources.errors.sameGroup" });
      const asked = { people, adults, youngest, oldest };
      const problem = bookingProblem(resource, slot, asked, civilDate(now));
      const refuseWith = (field: NonNullable<typeof problem>) =>
        reject({ code: "invalid", key: "errors.checkFields", fields: [field] });
      if (problem) return refuseWith(problem);
      const seats = seatsHeld(resource, slot, people);
      const { count } = await tx.resourceSlot.updateMany({
        where: { id: slot.id, state: "open", taken: { lte: slot.seats - seats } },
        data: { taken: { increment: seats }, version: { increment: 1 } },
      });
      if (count === 0)
        return refuseWith({ field: "people", key: "resources.errors.full", values: { left: 0 } });
      const id = newId(now.getTime());
      await tx.resourceBooking.create({
        data: {
          ...asked,
          id,
          slotId: slot.id,
          resourceId,
          ownerId: resource.organizationId,
          bookerId: organizationId,
          groupName,
          seats,
          contactSealed: sealField("resourceBooking.contact", input.contact),
          note: input.note ?? "",
          state: "booked",
          bookedBy: ctx.actor.name,
          createdAt: now,
          updatedAt: now,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "resourceBooking", id },
        name: "resource_booking.booked",
        payload: { resourceId, day: slot.day, people },
        audience: [resource.organizationId, organizationId],
      });
      const { title, organizationId: to } = resource;
      const told = { kind: "booked", bookingId: id, to, title, slot, groupName, people } as const;
      await enqueue(tx, ctx, await bookingMails(tx, told));
      return { id };
    }),
  );
};
