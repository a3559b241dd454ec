import { mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import type { WaitingItem } from "~/marketplace/rules/waiting";
import { read } from "~/platform/db/client.server";
import { SHARING } from "../policy";
import { GUARDIAN_UNDER } from "../rules/booking";

const LOOKED_AT = 200;
const AT_MOST = 20;

const slotsOf = async (bookings: readonly { slotId: string }[]) =>
  new Map(
    (
      await read.resourceSlot.findMany({
        where: { id: { in: bookings.map((one) => one.slotId) } },
        take: LOOKED_AT,
        select: { id: true, day: true },
      })
    ).map((slot) => [slot.id, slot.day]),
  );

const listsToFill = async (bookerId: string, today: string): Promise<WaitingItem[]> => {
  const bookings = await read.resourceBooking.findMany({
    where: { bookerId, state: "booked", youngest: { lt: GUARDIAN_UNDER } },
    orderBy: { id: "desc" },
    take: LOOKED_AT,
    select: { id: true, slotId: true, groupName: true },
  });
  const [days, visitors] = await Promise.all([
    slotsOf(bookings),
    read.resourceVisitor.groupBy({
      by: ["bookingId", "answer"],
      where: { bookingId: { in: bookings.map((one) => one.id) }, age: { lt: GUARDIAN_UNDER } },
      _count: true,
    }),
  ]);
  return bookings.flatMap((booking): WaitingItem[] => {
    const day = days.get(booking.slotId) ?? "";
    const own = visitors.filter((row) => row.bookingId === booking.id);
    const open = own.find((row) => row.answer === null)?._count ?? 0;
    if (day < today || (own.length > 0 && open === 0)) return [];
    const meta =
      own.length === 0
        ? { key: "resources.waits.listMeta" }
        : { key: "resources.waits.guardiansMeta", values: { open } };
    return [
      {
        id: `resource-list:${booking.id}`,
        due: day,
        title: { key: "resources.waits.list", values: { group: booking.groupName } },
        meta,
        action: { key: "resources.waits.act", href: `/resources/bookings/${booking.id}` },
      },
    ];
  });
};

const toRecord = async (ownerId: string, today: string): Promise<WaitingItem[]> => {
  const bookings = await read.resourceBooking.findMany({
    where: { ownerId, state: "booked" },
    orderBy: { id: "asc" },
    take: LOOKED_AT,
    select: { id: true, slotId: true, groupName: true },
  });
  const days = await slotsOf(bookings);
  return bookings
    .filter((booking) => (days.get(booking.slotId) ?? "~") <= today)
    .map((booking) => ({
      id: `resource-attendance:${booking.id}`,
      due: days.get(booking.slotId) ?? null,
      title: { key: "resources.waits.attendance", values: { group: booking.groupName } },
      meta: { key: "resources.waits.attendanceMeta" },
      action: { key: "resources.waits.act", href: `/resources/bookings/${booking.id}` },
    }));
};

/** What bookings bring to 工作台: lists without names or guardians' answers for who booked, attendance for the owner. */
export const waitingBookings: WaitingProvider = {
  name: "resources",
  isFor: ({ organization }) =>
    organization !== null &&
    SHARING.includes(organization.kind) &&
    (mayWrite({ organization }) || organization.role === "teacher"),
  load: async ({ organizationId, organization }, today) => {
    if (!organizationId || !organization) return [];
    const own = await listsToFill(organizationId, today);
    const held = mayWrite({ organization }) ? await toRecord(organizationId, today) : [];
    return [...own, ...held].slice(0, AT_MOST);
  },
};
