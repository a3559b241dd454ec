import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { placementScope } from "../placement-scope.server";
import { missingWeeks, weeksBegun } from "../rules/weeks";
import { shownWeek, weeksToConfirm } from "../week-rows.server";

/** Placements of one student that are at work or were lately, at most. */
const MOST = 10;

/** Placements a record left for another host: their weeks stay with it. */
const leftFor = async (where: object): Promise<string[]> => {
  const rows = await read.placement.findMany({
    where: { ...where, continuesId: { not: null } },
    select: { continuesId: true },
    take: MOST,
  });
  return rows.flatMap((row) => row.continuesId ?? []);
};

/**
 * /weeks of whoever opens it. Goes in: the person, now. Comes out: for a student or guardian the placements at work with
 * every week begun, the latest first, its record or that it is missing; for a host or mentor the weeks to confirm; for a
 * school's people that theirs is the board; null for those weeks are nothing of.
 */
export const ownWeeks = async (actor: Person, now: Date) => {
  const scope = await placementScope(read, actor);
  if (!scope) return null;
  if (scope.as === "school" || scope.as === "teacher") return { kind: "board" as const };
  if (scope.as === "host" || scope.as === "mentor") {
    const { hostId, mentorId } = scope.where;
    const where = { ...(hostId ? { hostId } : {}), ...(mentorId ? { mentorId } : {}) };
    return { kind: "confirm" as const, weeks: await weeksToConfirm(read, where, null) };
  }
  const placements = await read.placement.findMany({
    where: {
      ...scope.where,
      startedOn: { not: null },
      OR: [
        { state: { in: ["in_progress", "paused", "completed"] } },
        { id: { in: await leftFor(scope.where) } },
      ],
    },
    orderBy: { startsOn: "desc" },
    take: MOST,
  });
  const [records, hosts] = await Promise.all([
    read.weekRecord.findMany({ where: { placementId: { in: placements.map((one) => one.id) } }, take: 600 }),
    read.organization.findMany({
      where: { id: { in: placements.map((one) => one.hostId) } },
      select: { id: true, shortName: true },
    }),
  ]);
  const today = civilDate(now);
  return {
    kind: "own" as const,
    mayWrite: scope.as === "student",
    placements: placements.map((placement) => {
      const own = records.filter((row) => row.placementId === placement.id);
      const byMonday = new Map(own.map((row) => [row.monday, shownWeek(row)]));
      const missing = new Set(missingWeeks(placement, new Set(byMonday.keys()), today));
      return {
        id: placement.id,
        title: placement.title,
        host: hosts.find((one) => one.id === placement.hostId)?.shortName ?? "",
        weeks: weeksBegun(placement, today)
          .reverse()
          .map((monday) => ({ monday, missing: missing.has(monday), record: byMonday.get(monday) ?? null })),
      };
    }),
  };
};

export type OwnWeeks = NonNullable<Awaited<ReturnType<typeof ownWeeks>>>;
