import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { breathe } from "~/platform/time/breathe.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { refreshIndicatorShares } from "../indicator-shares.server";

const AT_ONCE = 100;
const DONE_ON = "oversight-indicators-rebuilt";
const WAY = "oversight-indicators-way";

type Progress = { done: number; of: number };

/**
 * Counts every organization again from the records, in parts that let pages go first. Where it was killed half-way it
 * goes on from the last part that was kept. Goes in: the clock, whether once on a civil date is enough, who hears of the
 * progress. Comes out: how many organizations had changed (none when the events had told everything); null when it was
 * done today.
 */
export const rebuildIndicators = async (
  clock: Clock,
  { onceADay = false, tell }: { onceADay?: boolean; tell?: (progress: Progress) => void } = {},
): Promise<number | null> => {
  const now = clock.now();
  const finished = await read.eventCursor.findUnique({ where: { name: DONE_ON } });
  if (onceADay && finished && civilDate(finished.at) === civilDate(now)) return null;
  const of = await read.organization.count();
  let after = (await read.eventCursor.findUnique({ where: { name: WAY } }))?.eventId ?? "";
  let done = after === "" ? 0 : await read.organization.count({ where: { id: { lte: after } } });
  let changed = 0;
  for (;;) {
    const organizations = await read.organization.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true },
    });
    const ids = organizations.map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) break;
    changed += await inTransaction(async (tx) => {
      const moved = await refreshIndicatorShares(tx, ids);
      const way = { at: now, eventId: last };
      await tx.eventCursor.upsert({ where: { name: WAY }, create: { name: WAY, ...way }, update: way });
      return moved;
    });
    after = last;
    done += ids.length;
    tell?.({ done, of });
    await breathe();
  }
  await inTransaction(async (tx) => {
    await tx.eventCursor.deleteMany({ where: { name: WAY } });
    const kept = { at: now, eventId: "" };
    await tx.eventCursor.upsert({
      where: { name: DONE_ON },
      create: { name: DONE_ON, ...kept },
      update: kept,
    });
  });
  return changed;
};
