import { read } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import { isBookable } from "../rules/booking";
import type { ResourcesQuery } from "../schema";
import { organizationNames } from "./names.server";

export const PAGE = 20;
const AHEAD_DAYS = 30;
const MOST_SLOTS = 4_000;

const withSeatsOn = async (day: string): Promise<string[]> => {
  const slots = await read.resourceSlot.findMany({
    where: { day, state: "open" },
    take: MOST_SLOTS,
    select: { resourceId: true, seats: true, taken: true },
  });
  return [...new Set(slots.filter((slot) => slot.taken < slot.seats).map((slot) => slot.resourceId))];
};

/**
 * What is shared and can be booked, newest first, twenty a page. Goes in: kind, a day with free seats, a visitor's age, the id
 * the page before ended with, today. Comes out: the resources with owner, free sessions of the next thirty days and the first
 * of them. Four queries however many there are.
 */
export const resourcesList = async (query: ResourcesQuery, today: string) => {
  const { kind, day, age, after } = query;
  const free = day ? await withSeatsOn(day) : null;
  const rows = await read.sharedResource.findMany({
    where: {
      state: "open",
      ...(kind ? { kind } : {}),
      id: { ...(free ? { in: free } : {}), ...(after ? { lt: after } : {}) },
      ...(age === undefined
        ? {}
        : {
            AND: [
              { OR: [{ minAge: null }, { minAge: { lte: age } }] },
              { OR: [{ maxAge: null }, { maxAge: { gte: age } }] },
            ],
          }),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const [names, slots] = await Promise.all([
    organizationNames(shown.map((row) => row.organizationId)),
    read.resourceSlot.findMany({
      where: {
        resourceId: { in: shown.map((row) => row.id) },
        state: "open",
        day: { gte: today, lte: addDays(today, AHEAD_DAYS) },
      },
      orderBy: [{ day: "asc" }, { fromMinute: "asc" }],
      take: MOST_SLOTS,
      select: { resourceId: true, day: true, fromMinute: true, state: true, seats: true, taken: true },
    }),
  ]);
  return {
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    resources: shown.map((row) => {
      const open = slots.filter((slot) => slot.resourceId === row.id && isBookable(row, slot, today));
      const { id, kind: shape, title, place, capacity, minAge, maxAge, exclusive } = row;
      return {
        id,
        kind: shape,
        title,
        place,
        capacity,
        minAge,
        maxAge,
        exclusive,
        owner: names.get(row.organizationId) ?? "",
        free: open.length,
        first: open[0] ? { day: open[0].day, fromMinute: open[0].fromMinute } : null,
      };
    }),
  };
};
