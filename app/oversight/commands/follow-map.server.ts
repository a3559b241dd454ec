import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { eventsSince } from "~/platform/events/follow.server";
import type { Clock } from "~/platform/time/clock";
import { refreshMapShares } from "../map-shares.server";

const CURSOR = "oversight-map";
const EVENTS_AT_ONCE = 500;

const ownerOf = async (type: string, id: string): Promise<string | null> => {
  const select = { organizationId: true } as const;
  if (type === "organization") return id;
  if (type === "listing")
    return (await read.listing.findUnique({ where: { id }, select }))?.organizationId ?? null;
  if (type === "programme")
    return (await read.programme.findUnique({ where: { id }, select }))?.organizationId ?? null;
  return null;
};

/**
 * Follows the recorded events: an organization, programme or listing that changed moves the map a second or two later.
 * Goes in: the clock. Comes out: how many organizations were looked at again; at most 500 events a time. Whatever slips
 * through (a seat taken without an event of the listing) is caught by the nightly rebuild.
 */
export const followMap = async (clock: Clock): Promise<number> => {
  const followed = await eventsSince(CURSOR, clock, { most: EVENTS_AT_ONCE });
  if (!followed) return 0;
  const owners = new Set<string>();
  for (const { subjectType, subjectId } of followed.events) {
    const owner = await ownerOf(subjectType, subjectId);
    if (owner) owners.add(owner);
  }
  await inTransaction(async (tx) => {
    if (owners.size > 0) await refreshMapShares(tx, [...owners]);
    await followed.keepPlace(tx);
  });
  return owners.size;
};
