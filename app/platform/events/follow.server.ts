import { read } from "../db/client.server";
import { gateDrained, type Tx } from "../db/gate.server";
import type { Clock } from "../time/clock";

/** An event is followed once it is this old: by then whoever wrote in the same second has a later instant. */
const SETTLED_MS = 1_000;

export type FollowedEvent = {
  id: string;
  at: Date;
  name: string;
  subjectType: string;
  subjectId: string;
  actorOrganizationId: string | null;
};

/** What happened since a reader last looked, and the word that it was dealt with. */
export type Followed = { events: FollowedEvent[]; keepPlace: (tx: Tx) => Promise<void> };

/**
 * The recorded events a reader has not seen, in the order of their instants. Goes in: the reader's name, the clock, how
 * many at most, and the names it listens for (all without). Comes out: the events, and `keepPlace`, to be called in the
 * transaction that deals with them or after it; null when there is nothing new. The gate is waited for, so that no event
 * of a transaction still running is passed over.
 */
export const eventsSince = async (
  reader: string,
  clock: Clock,
  { most, names }: { most: number; names?: readonly string[] },
): Promise<Followed | null> => {
  const until = new Date(clock.now().getTime() - SETTLED_MS);
  const cursor = await read.eventCursor.findUnique({ where: { name: reader } });
  await gateDrained();
  const events = await read.event.findMany({
    where: {
      ...(names ? { name: { in: [...names] } } : {}),
      OR: [
        { at: { gt: cursor?.at ?? new Date(0), lte: until } },
        { at: cursor?.at ?? new Date(0), id: { gt: cursor?.eventId ?? "" } },
      ],
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true, at: true, name: true, subjectType: true, subjectId: true, actorOrganizationId: true },
  });
  const last = events.at(-1);
  if (!last) return null;
  const place = { at: last.at, eventId: last.id };
  return {
    events,
    keepPlace: async (tx) => {
      await tx.eventCursor.upsert({
        where: { name: reader },
        create: { name: reader, ...place },
        update: place,
      });
    },
  };
};
