import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { ownPlacement } from "../placement-scope.server";
import { weekRefused } from "../rules/weeks";
import { shownWeek } from "../week-rows.server";

/**
 * One week of one placement. Goes in: who looks, the placement, the Monday, now. Comes out: the record if there is one and
 * what this reader may do with it: the student writes until it is confirmed, the host's people confirm or correct; null
 * for a placement that is not theirs or a week that is none of it.
 */
export const weekPage = async (actor: Person, placementId: string, monday: string, now: Date) => {
  const own = await ownPlacement(read, actor, placementId);
  if (!own) return null;
  const { placement, as } = own;
  if (placement.startedOn === null || weekRefused(placement, monday, civilDate(now))) return null;
  const [row, student, host] = await Promise.all([
    read.weekRecord.findUnique({ where: { placementId_monday: { placementId, monday } } }),
    read.student.findUnique({ where: { id: placement.studentId }, select: { name: true } }),
    read.organization.findUnique({ where: { id: placement.hostId }, select: { shortName: true } }),
  ]);
  const open = row === null || row.state === "submitted";
  const confirms = as === "mentor" || (as === "host" && actor.organization?.role !== "viewer");
  return {
    id: placement.id,
    title: placement.title,
    student: student?.name ?? "",
    host: host?.shortName ?? "",
    monday,
    sunday: addDays(monday, 6),
    as,
    record: row && shownWeek(row),
    mayWrite: as === "student" && open,
    mayConfirm: confirms && row !== null && open,
  };
};

export type WeekPage = NonNullable<Awaited<ReturnType<typeof weekPage>>>;
