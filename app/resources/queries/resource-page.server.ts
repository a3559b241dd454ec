import { read } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import { isBookable } from "../rules/booking";
import { organizationNames } from "./names.server";

export const CALENDAR_DAYS = 28;
const MOST_SLOTS = 600;

/**
 * One resource with four weeks of its calendar. Goes in: its id, the first day to show, today. Comes out: null where there is
 * none, else what it is, who shares it, and each day's sessions with the seats left and whether they can still be booked.
 */
export const resourcePage = async (id: string, from: string, today: string) => {
  const resource = await read.sharedResource.findUnique({ where: { id } });
  if (!resource) return null;
  const [names, slots] = await Promise.all([
    organizationNames([resource.organizationId]),
    read.resourceSlot.findMany({
      where: { resourceId: id, day: { gte: from, lt: addDays(from, CALENDAR_DAYS) } },
      orderBy: [{ day: "asc" }, { fromMinute: "asc" }],
      take: MOST_SLOTS,
    }),
  ]);
  const sessions = slots.map((slot) => ({
    id: slot.id,
    day: slot.day,
    fromMinute: slot.fromMinute,
    toMinute: slot.toMinute,
    seats: slot.seats,
    left: slot.seats - slot.taken,
    state: slot.state,
    reason: slot.reason,
    version: slot.version,
    bookable: isBookable(resource, slot, today),
  }));
  const days = [...new Set(sessions.map((one) => one.day))];
  const { createdAt: _made, updatedAt: _changed, ...facts } = resource;
  return {
    ...facts,
    owner: names.get(resource.organizationId) ?? "",
    days: days.map((day) => ({ day, sessions: sessions.filter((one) => one.day === day) })),
  };
};

export type ResourcePage = NonNullable<Awaited<ReturnType<typeof resourcePage>>>;
