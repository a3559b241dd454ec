import { read } from "~/platform/db/client.server";
import type { Clock } from "~/platform/time/clock";
import { runState } from "../rules/recompute-state";

const SHOWN = 10;

/** The latest recomputations of every kept figure, the newest first, at most ten. Goes in: the clock. Comes out: how far each came. */
export const recomputeRuns = async (clock: Clock) => {
  const rows = await read.recomputeRun.findMany({ orderBy: { startedAt: "desc" }, take: SHOWN });
  const now = clock.now().getTime();
  return rows.map(({ id, startedAt, finishedAt, done, of, changed, resumed, beatAt }) => ({
    id,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    seconds: Math.round(((finishedAt ?? beatAt).getTime() - startedAt.getTime()) / 1000),
    done,
    of,
    changed,
    resumed,
    state: runState({ finishedAt: finishedAt?.getTime() ?? null, beatAt: beatAt.getTime() }, now),
  }));
};

export type RecomputeRun = Awaited<ReturnType<typeof recomputeRuns>>[number];
