import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { ownPlacement } from "../placement-scope.server";
import { missingWeeks, weeksBegun } from "../rules/weeks";
import { shownWeek } from "../week-rows.server";

/**
 * The weeks and contacts of one placement. Goes in: who looks, its id, now. Comes out: every week begun, the latest first,
 * with its record or that it is missing; the teacher's contacts for all but the host's people, who are not told what a
 * student said to the teacher; null when the placement is not theirs.
 */
export const weekTab = async (actor: Person, id: string, now: Date) => {
  const own = await ownPlacement(read, actor, id);
  if (!own) return null;
  const { placement, as } = own;
  const host = as === "host" || as === "mentor";
  const [records, contacts, planned] = await Promise.all([
    read.weekRecord.findMany({ where: { placementId: id }, take: 60, orderBy: { monday: "desc" } }),
    host
      ? []
      : read.guidanceContact.findMany({
          where: { placementId: id },
          orderBy: { doneOn: "desc" },
          take: 60,
          select: { id: true, kind: true, doneOn: true, found: true, note: true },
        }),
    as === "teacher"
      ? read.visitPlan.findMany({
          where: { placementId: id, contactId: null },
          orderBy: { plannedOn: "asc" },
          take: 20,
          select: { id: true, plannedOn: true, source: true },
        })
      : [],
  ]);
  const today = civilDate(now);
  const byMonday = new Map(records.map((row) => [row.monday, shownWeek(row)]));
  const missing = new Set(missingWeeks(placement, new Set(byMonday.keys()), today));
  const staff = as === "teacher" || (as === "school" && actor.organization?.role !== "viewer");
  return {
    id,
    begun: placement.startedOn !== null,
    weeks: placement.startedOn
      ? weeksBegun(placement, today)
          .reverse()
          .map((monday) => ({ monday, missing: missing.has(monday), record: byMonday.get(monday) ?? null }))
      : [],
    contacts: host ? null : contacts,
    planned,
    mayPlan: as === "teacher" && placement.startedOn !== null,
    mayRecord: staff && placement.startedOn !== null,
    mayWrite: as === "student",
    today,
  };
};
