import { read } from "~/platform/db/client.server";
import type { Clock } from "~/platform/time/clock";

/** How far the figures have followed the recorded events. */
export const INDICATOR_CURSOR = "oversight-indicators";

/**
 * The instant up to which the figures know what happened: now when every event is counted, else the last one that is.
 * Goes in: the clock. Comes out: an ISO instant.
 */
export const indicatorsAsOf = async (clock: Clock): Promise<string> => {
  const cursor = await read.eventCursor.findUnique({ where: { name: INDICATOR_CURSOR } });
  if (!cursor) return clock.now().toISOString();
  const waiting = await read.event.findFirst({
    where: { OR: [{ at: { gt: cursor.at } }, { at: cursor.at, id: { gt: cursor.eventId } }] },
    select: { id: true },
  });
  return (waiting ? cursor.at : clock.now()).toISOString();
};
