import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { eventsSince } from "~/platform/events/follow.server";
import type { Clock } from "~/platform/time/clock";
import { refreshIndicatorShares } from "../indicator-shares.server";
import { INDICATOR_CURSOR } from "../queries/indicators-as-of.server";

const EVENTS_AT_ONCE = 300;

type Told = { subjectType: string; subjectId: string };

/** The organizations whose figures a changed record belongs to. */
const ownersOf = async (events: readonly Told[]): Promise<string[]> => {
  const ids = (type: string) => ({
    in: events.filter((event) => event.subjectType === type).map(({ subjectId }) => subjectId),
  });
  const sides = { schoolId: true, hostId: true } as const;
  const [listings, programmes, students, enquiries, parties, placements, applications] = await Promise.all([
    read.listing.findMany({ where: { id: ids("listing") }, select: { organizationId: true } }),
    read.programme.findMany({ where: { id: ids("programme") }, select: { organizationId: true } }),
    read.student.findMany({ where: { id: ids("student") }, select: { organizationId: true } }),
    read.enquiry.findMany({ where: { id: ids("enquiry") }, select: { toOrganizationId: true } }),
    read.agreementParty.findMany({
      where: { agreementId: ids("agreement") },
      select: { organizationId: true },
    }),
    read.placement.findMany({ where: { id: ids("placement") }, select: sides }),
    read.application.findMany({ where: { id: ids("application") }, select: sides }),
  ]);
  return [
    ...ids("organization").in,
    ...[...listings, ...programmes, ...students, ...parties].map(({ organizationId }) => organizationId),
    ...enquiries.map(({ toOrganizationId }) => toOrganizationId),
    ...[...placements, ...applications].flatMap(({ schoolId, hostId }) => [schoolId, hostId]),
  ];
};

/**
 * Follows the recorded events: the figures of every organization a record concerns move a second or two later. Goes in:
 * the clock. Comes out: how many organizations were counted again; at most 300 events a time. What changes without an
 * event of its own is caught by the daily rebuild.
 */
export const followIndicators = async (clock: Clock): Promise<number> => {
  const followed = await eventsSince(INDICATOR_CURSOR, clock, { most: EVENTS_AT_ONCE });
  if (!followed) return 0;
  const { events } = followed;
  const audience = await read.eventAudience.findMany({
    where: { eventId: { in: events.map(({ id }) => id) } },
    select: { organizationId: true },
  });
  const owners = new Set([
    ...(await ownersOf(events)),
    ...audience.map(({ organizationId }) => organizationId),
  ]);
  await inTransaction(async (tx) => {
    if (owners.size > 0) await refreshIndicatorShares(tx, [...owners]);
    await followed.keepPlace(tx);
  });
  return owners.size;
};
