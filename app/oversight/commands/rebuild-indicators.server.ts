import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { breathe } from "~/platform/time/breathe.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { refreshIndicatorShares } from "../indicator-shares.server";
import { INDICATOR_CURSOR } from "../queries/indicators-as-of.server";

const AT_ONCE = 100;
const DONE_ON = "oversight-indicators-rebuilt";
const WAY = "oversight-indicators-way";
/** What was recorded so long before the first part was counted is in it for certain. */
const CERTAIN_MS = 60_000;

type Progress = { done: number; of: number };

/** Runs that are remembered. */
const KEPT_RUNS = 30;

/** Writes down that a recomputation begins, or that one that was cut off goes on. Comes out: the run's id. */
const openRun = async (clock: Clock, goesOn: boolean, progress: Progress): Promise<string> =>
  inTransaction(async (tx) => {
    const at = clock.now();
    const last = await tx.recomputeRun.findFirst({ orderBy: { startedAt: "desc" } });
    if (goesOn && last && !last.finishedAt) {
      await tx.recomputeRun.update({
        where: { id: last.id },
        data: { ...progress, beatAt: at, resumed: { increment: 1 } },
      });
      return last.id;
    }
    const id = newId(at.getTime());
    await tx.recomputeRun.create({
      data: { id, startedAt: at, beatAt: at, changed: 0, resumed: 0, ...progress },
    });
    const old = await tx.recomputeRun.findMany({
      orderBy: { startedAt: "desc" },
      skip: KEPT_RUNS,
      take: 100,
      select: { id: true },
    });
    await tx.recomputeRun.deleteMany({ where: { id: { in: old.map((one) => one.id) } } });
    return id;
  });

/**
 * Counts every organization again from the records, in parts that let pages go first. Where it was killed half-way it
 * goes on from the last part that was kept; afterwards the events before its beginning need not be followed any more. Goes in: the clock, whether once on a civil date is enough, who hears of the
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
  const way = await read.eventCursor.findUnique({ where: { name: WAY } });
  const begun = way?.at ?? now;
  let after = way?.eventId ?? "";
  let done = after === "" ? 0 : await read.organization.count({ where: { id: { lte: after } } });
  let changed = 0;
  const runId = await openRun(clock, after !== "", { done, of });
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
      const come = { at: begun, eventId: last };
      await tx.eventCursor.upsert({ where: { name: WAY }, create: { name: WAY, ...come }, update: come });
      await tx.recomputeRun.updateMany({
        where: { id: runId },
        data: { done: done + ids.length, changed: { increment: moved }, beatAt: clock.now() },
      });
      return moved;
    });
    after = last;
    done += ids.length;
    tell?.({ done, of });
    await breathe();
  }
  await inTransaction(async (tx) => {
    await tx.eventCursor.deleteMany({ where: { name: WAY } });
    await tx.recomputeRun.updateMany({
      where: { id: runId },
      data: { finishedAt: clock.now(), beatAt: clock.now() },
    });
    const certain = { at: new Date(begun.getTime() - CERTAIN_MS), eventId: "" };
    const followed = await tx.eventCursor.findUnique({ where: { name: INDICATOR_CURSOR } });
    if (!followed || followed.at < certain.at)
      await tx.eventCursor.upsert({
        where: { name: INDICATOR_CURSOR },
        create: { name: INDICATOR_CURSOR, ...certain },
        update: certain,
      });
    const kept = { at: now, eventId: "" };
    await tx.eventCursor.upsert({
      where: { name: DONE_ON },
      create: { name: DONE_ON, ...kept },
      update: kept,
    });
  });
  return changed;
};
