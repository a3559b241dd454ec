import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { breathe } from "~/platform/time/breathe.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { refreshMapShares } from "../map-shares.server";

const AT_ONCE = 100;
const DONE_ON = "oversight-map-rebuilt";

/**
 * Looks at every organization again and moves the map to what it has now, in parts that let pages go first. Goes in: the
 * clock, and whether once on a civil date is enough. Comes out: how many cells moved (none when the events had already
 * told everything); null when it was done today. Safe to kill and to run again at any time.
 */
export const rebuildMap = async (
  clock: Clock,
  { onceADay = false }: { onceADay?: boolean } = {},
): Promise<number | null> => {
  const now = clock.now();
  const done = await read.eventCursor.findUnique({ where: { name: DONE_ON } });
  if (onceADay && done && civilDate(done.at) === civilDate(now)) return null;
  let moved = 0;
  let after = "";
  for (;;) {
    const organizations = await read.organization.findMany({
      where: { id: { gt: after }, state: { not: "unclaimed" } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true },
    });
    const ids = organizations.map(({ id }) => id);
    if (ids.length > 0) moved += await inTransaction((tx) => refreshMapShares(tx, ids));
    await breathe();
    const last = organizations.at(-1);
    if (!last) break;
    after = last.id;
  }
  await inTransaction((tx) =>
    tx.eventCursor.upsert({
      where: { name: DONE_ON },
      create: { name: DONE_ON, at: now, eventId: "" },
      update: { at: now },
    }),
  );
  return moved;
};
