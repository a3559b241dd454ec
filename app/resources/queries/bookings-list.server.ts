import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { organizationNames } from "./names.server";

const PAGE = 30;

/**
 * Bookings of the actor's organization, newest first, thirty a page. Goes in: whether those it made or those made with it, and
 * the id the page before ended with. Comes out: group, session, resource, the other side and the state of each.
 */
export const bookingsList = async (ctx: MemberCtx, side: "made" | "received", after: string | null) => {
  const { organizationId } = ctx.actor;
  const rows = await read.resourceBooking.findMany({
    where: {
      ...(side === "made" ? { bookerId: organizationId } : { ownerId: organizationId }),
      ...(after ? { id: { lt: after } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const [slots, resources, names] = await Promise.all([
    read.resourceSlot.findMany({ where: { id: { in: shown.map((row) => row.slotId) } }, take: PAGE }),
    read.sharedResource.findMany({
      where: { id: { in: shown.map((row) => row.resourceId) } },
      take: PAGE,
      select: { id: true, title: true, kind: true },
    }),
    organizationNames(shown.map((row) => (side === "made" ? row.ownerId : row.bookerId))),
  ]);
  return {
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    bookings: shown.map((row) => {
      const slot = slots.find((one) => one.id === row.slotId);
      return {
        id: row.id,
        group: row.groupName,
        people: row.people,
        came: row.came,
        state: row.state,
        title: resources.find((one) => one.id === row.resourceId)?.title ?? "",
        other: names.get(side === "made" ? row.ownerId : row.bookerId) ?? "",
        day: slot?.day ?? "",
        fromMinute: slot?.fromMinute ?? 0,
        toMinute: slot?.toMinute ?? 0,
      };
    }),
  };
};
