import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { refreshMatchPlaces } from "../match-places.server";

const AT_ONCE = 100;
const DONE_ON = "match-places-rebuilt";

/**
 * Builds anew what matching looks for, organization by organization: after a bulk load, or when practice windows have
 * moved on with the calendar. Goes in: the clock, and whether once on a civil date is enough. Comes out: how many rows
 * there are; null when it was done today already. Safe at any time.
 */
export const rebuildMatchPlaces = async (
  clock: Clock,
  { onceADay = false }: { onceADay?: boolean } = {},
): Promise<number | null> => {
  const now = clock.now();
  const today = civilDate(now);
  const done = await read.eventCursor.findUnique({ where: { name: DONE_ON } });
  if (onceADay && done && civilDate(done.at) === today) return null;
  let total = 0;
  let after = "";
  for (;;) {
    const organizations = await read.organization.findMany({
      where: { id: { gt: after }, state: "verified" },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true },
    });
    for (const { id } of organizations)
      total += await inTransaction((tx) => refreshMatchPlaces(tx, id, today));
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
  return total;
};
