import { read } from "~/platform/db/client.server";
import { likenessesWaiting } from "./likeness-list.server";

type Counted = { kind: string; state: string; total: number };

/** One row for each kind, its counts by state. */
const byKind = (rows: readonly Counted[]): { kind: string; totals: Record<string, number> }[] => {
  const kinds = new Map<string, Record<string, number>>();
  for (const { kind, state, total } of rows) kinds.set(kind, { ...kinds.get(kind), [state]: total });
  return [...kinds].map(([kind, totals]) => ({ kind, totals }));
};

/** Counts for the operator's home: what waits, what is late, how the outbox fares, what the public list holds. */
export const adminHome = async (today: string, now: Date) => {
  const [waiting, late, queued, overdue, dead, oldest, byState, publicList, likenesses] = await Promise.all([
    read.verificationReview.count({ where: { decision: null } }),
    read.verificationReview.count({ where: { decision: null, dueOn: { lt: today } } }),
    read.delivery.count({ where: { state: "queued" } }),
    read.delivery.count({ where: { state: "queued", runAt: { lt: new Date(now.getTime() - 15 * 60_000) } } }),
    read.delivery.count({ where: { state: "dead" } }),
    read.delivery.findFirst({
      where: { state: "queued" },
      orderBy: { runAt: "asc" },
      select: { runAt: true },
    }),
    read.organization.groupBy({
      by: ["kind", "state"],
      _count: true,
      orderBy: [{ kind: "asc" }, { state: "asc" }],
    }),
    read.event.findFirst({
      where: { subjectType: "public_list", subjectId: "colleges" },
      orderBy: { sequence: "desc" },
      select: { at: true },
    }),
    likenessesWaiting(),
  ]);
  return {
    waiting,
    late,
    likenesses,
    queued,
    overdue,
    dead,
    oldestQueuedAt: oldest?.runAt.toISOString() ?? null,
    organizations: byKind(byState.map((row) => ({ kind: row.kind, state: row.state, total: row._count }))),
    publicListAt: publicList?.at.toISOString() ?? null,
  };
};
