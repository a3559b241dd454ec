import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import type { Clock } from "~/platform/time/clock";
import { refreshMapShares } from "../map-shares.server";

const CURSOR = "oversight-map";
const EVENTS_AT_ONCE = 500;
const SETTLED_MS = 1_000;

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
  const cursor = await read.eventCursor.findUnique({ where: { name: CURSOR } });
  const from = cursor?.at ?? new Date(0);
  const until = new Date(clock.now().getTime() - SETTLED_MS);
  const events = await read.event.findMany({
    where: {
      OR: [{ at: { gt: from, lte: until } }, { at: from, id: { gt: cursor?.eventId ?? "" } }],
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: EVENTS_AT_ONCE,
    select: { id: true, at: true, subjectType: true, subjectId: true },
  });
  const last = events.at(-1);
  if (!last) return 0;
  const owners = new Set<string>();
  for (const { subjectType, subjectId } of events) {
    const owner = await ownerOf(subjectType, subjectId);
    if (owner) owners.add(owner);
  }
  if (owners.size > 0) await inTransaction((tx) => refreshMapShares(tx, [...owners]));
  await inTransaction((tx) =>
    tx.eventCursor.upsert({
      where: { name: CURSOR },
      create: { name: CURSOR, at: last.at, eventId: last.id },
      update: { at: last.at, eventId: last.id },
    }),
  );
  return owners.size;
};
