import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { exchangeLedger, utilisation } from "../rules/utilisation";
import { organizationNames } from "./names.server";

export const LOOKED_BACK_DAYS = 90;
const MOST_RESOURCES = 200;
const MOST_SLOTS = 20_000;
const MOST_HELD = 2_000;

const teacherHours = async (organizationId: string) => {
  const held = await read.resourceBooking.findMany({
    where: { state: "held", OR: [{ ownerId: organizationId }, { bookerId: organizationId }] },
    orderBy: { id: "desc" },
    take: MOST_HELD,
    select: { resourceId: true, slotId: true, ownerId: true, bookerId: true },
  });
  const teachers = await read.sharedResource.findMany({
    where: { id: { in: [...new Set(held.map((one) => one.resourceId))] }, kind: "teacher" },
    take: MOST_HELD,
    select: { id: true },
  });
  const taught = held.filter((one) => teachers.some(({ id }) => id === one.resourceId));
  const slots = await read.resourceSlot.findMany({
    where: { id: { in: taught.map((one) => one.slotId) } },
    take: MOST_HELD,
    select: { id: true, fromMinute: true, toMinute: true },
  });
  const lengths = new Map(slots.map((slot) => [slot.id, slot.toMinute - slot.fromMinute]));
  const lines = exchangeLedger(
    taught.map(({ ownerId, bookerId, slotId }) => ({ ownerId, bookerId, minutes: lengths.get(slotId) ?? 0 })),
    organizationId,
  );
  const names = await organizationNames(lines.map((line) => line.partnerId));
  return lines.map((line) => ({ ...line, partner: names.get(line.partnerId) ?? "" }));
};

/**
 * What the actor's organization shares, how well each was used in the last ninety days, the sessions still to come, and the
 * hours its teachers taught elsewhere against those of others' teachers here.
 */
export const myResources = async (ctx: MemberCtx) => {
  const { organizationId } = ctx.actor;
  const today = civilDate(ctx.clock.now());
  const since = addDays(today, -LOOKED_BACK_DAYS);
  const resources = await read.sharedResource.findMany({
    where: { organizationId },
    orderBy: { id: "desc" },
    take: MOST_RESOURCES,
    select: { id: true, kind: true, title: true, state: true, capacity: true },
  });
  const slots = await read.resourceSlot.findMany({
    where: { organizationId, state: "open", day: { gte: since } },
    orderBy: { day: "asc" },
    take: MOST_SLOTS,
  });
  const came = await read.resourceBooking.groupBy({
    by: ["slotId"],
    where: { ownerId: organizationId, state: "held" },
    orderBy: { slotId: "desc" },
    take: MOST_SLOTS,
    _sum: { came: true },
  });
  const cameOf = new Map(came.map((row) => [row.slotId, row._sum.came ?? 0]));
  return {
    since,
    today,
    hours: await teacherHours(organizationId),
    resources: resources.map((resource) => {
      const own = slots.filter((slot) => slot.resourceId === resource.id);
      const past = own.filter((slot) => slot.day < today);
      const coming = own.filter((slot) => slot.day >= today);
      return {
        ...resource,
        coming: coming.length,
        booked: coming.filter((slot) => slot.taken > 0).length,
        use: utilisation(past.map((slot) => ({ ...slot, came: cameOf.get(slot.id) ?? 0 }))),
      };
    }),
  };
};
