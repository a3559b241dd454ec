import { type MemberCtx, mayWrite } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { refuseBooking } from "../policy";
import { GUARDIAN_UNDER, mayStillCancel, mayTakePart } from "../rules/booking";
import { organizationNames } from "./names.server";

const MOST = 2_000;

/**
 * One booking as one of its two sides sees it. Goes in: the actor, its id. Comes out: null to everybody else; the group, the
 * session and the class list with each guardian's answer. The host reads the names from the session's day on, not before; the
 * links for guardians are the booking school's alone. House rule.
 */
export const bookingPage = async (ctx: MemberCtx, id: string) => {
  const { organizationId } = ctx.actor;
  const today = civilDate(ctx.clock.now());
  const booking = await read.resourceBooking.findFirst({
    where: { id, OR: [{ ownerId: organizationId }, { bookerId: organizationId }] },
  });
  if (!booking) return null;
  const side = booking.bookerId === organizationId ? "booker" : "owner";
  const [slot, resource, names, visitors] = await Promise.all([
    read.resourceSlot.findUniqueOrThrow({ where: { id: booking.slotId } }),
    read.sharedResource.findUniqueOrThrow({ where: { id: booking.resourceId } }),
    organizationNames([booking.ownerId, booking.bookerId]),
    read.resourceVisitor.findMany({ where: { bookingId: id }, orderBy: { position: "asc" }, take: MOST }),
  ]);
  const dayHasCome = slot.day <= today;
  const namesShown = side === "booker" || (dayHasCome && booking.state !== "cancelled");
  const needed = visitors.filter((one) => one.age < GUARDIAN_UNDER);
  const editable = booking.state === "booked" && slot.day >= today;
  return {
    id,
    version: booking.version,
    state: booking.state,
    side: side as "booker" | "owner",
    reason: booking.reason,
    cancelledBy: booking.cancelledBy,
    group: booking.groupName,
    people: booking.people,
    adults: booking.adults,
    youngest: booking.youngest,
    oldest: booking.oldest,
    came: booking.came,
    note: booking.note,
    contact: openField("resourceBooking.contact", booking.contactSealed),
    bookedBy: booking.bookedBy,
    owner: names.get(booking.ownerId) ?? "",
    booker: names.get(booking.bookerId) ?? "",
    resource: {
      id: resource.id,
      title: resource.title,
      kind: resource.kind,
      place: resource.place,
      safetyNotice: resource.safetyNotice,
    },
    slot: { day: slot.day, fromMinute: slot.fromMinute, toMinute: slot.toMinute },
    needsGuardians: booking.youngest < GUARDIAN_UNDER,
    guardians: {
      needed: needed.length,
      given: needed.filter((one) => one.answer === "given").length,
      refused: needed.filter((one) => one.answer === "refused").length,
    },
    namesShown,
    visitors: visitors.map((one) => ({
      id: one.id,
      position: one.position + 1,
      name: namesShown ? openField("resourceVisitor.name", one.nameSealed) : null,
      age: one.age,
      answer: one.answer,
      how: one.how,
      came: one.came,
      mayTakePart: mayTakePart(one),
      link:
        side === "booker" && one.tokenSealed
          ? `/resources/guardian/${openField("resourceVisitor.token", one.tokenSealed)}`
          : null,
    })),
    may: {
      list: side === "booker" && editable && refuseBooking(ctx.actor) === null,
      attend: side === "owner" && dayHasCome && booking.state !== "cancelled" && mayWrite(ctx.actor),
      cancel:
        booking.state === "booked" &&
        mayStillCancel(slot.day, today) &&
        (side === "owner" ? mayWrite(ctx.actor) : refuseBooking(ctx.actor) === null),
    },
  };
};

export type BookingPage = NonNullable<Awaited<ReturnType<typeof bookingPage>>>;
