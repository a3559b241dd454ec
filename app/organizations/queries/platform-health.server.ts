import { read } from "~/platform/db/client.server";
import { databaseBytes } from "~/platform/db/file-size.server";
import { gateDepth } from "~/platform/db/gate.server";
import { requestFigures } from "~/platform/log/request-figures.server";
import { sweepRuns } from "~/platform/outbox/sweep-log.server";

/** So long after it was due, a sweep or a delivery counts as late. House rule. */
const LATE_MS = 15 * 60_000;

const OPEN_STATES = ["queued", "running", "dead"];

/** Deliveries that are not done, by kind. */
const openByKind = async () => {
  const rows = await read.delivery.groupBy({
    by: ["kind", "state"],
    where: { state: { in: OPEN_STATES } },
    _count: true,
    orderBy: { kind: "asc" },
  });
  const kinds = new Map<string, { kind: string; queued: number; running: number; dead: number }>();
  for (const { kind, state, _count } of rows) {
    const kept = kinds.get(kind) ?? { kind, queued: 0, running: 0, dead: 0 };
    kinds.set(kind, { ...kept, [state]: _count });
  }
  return [...kinds.values()];
};

/**
 * How the platform fares, on one page. Goes in: today (civil date) and the present instant. Comes out: deliveries that
 * are not done by kind, how late the oldest is, the last run of every sweep in this process, the write gate, the
 * database's size, answers since the process started, verifications waiting and late. Of backups it knows nothing.
 */
export const platformHealth = async (today: string, now: Date) => {
  const [kinds, oldest, waiting, late, requests] = await Promise.all([
    openByKind(),
    read.delivery.findFirst({
      where: { state: "queued", runAt: { lte: now } },
      orderBy: { runAt: "asc" },
      select: { runAt: true },
    }),
    read.verificationReview.count({ where: { decision: null } }),
    read.verificationReview.count({ where: { decision: null, dueOn: { lt: today } } }),
    requestFigures(),
  ]);
  return {
    kinds,
    oldestDueAt: oldest?.runAt.toISOString() ?? null,
    backlog: oldest ? now.getTime() - oldest.runAt.getTime() > LATE_MS : false,
    sweeps: sweepRuns().map((sweep) => ({
      ...sweep,
      startedAt: sweep.startedAt?.toISOString() ?? null,
      late: sweep.startedAt ? now.getTime() - sweep.startedAt.getTime() > sweep.everyMs + LATE_MS : false,
    })),
    gate: gateDepth(),
    database: databaseBytes(),
    requests,
    startedAt: new Date(now.getTime() - process.uptime() * 1000).toISOString(),
    verifications: { waiting, late },
  };
};

export type PlatformHealth = Awaited<ReturnType<typeof platformHealth>>;
