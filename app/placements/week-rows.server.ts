import type { ReadClient } from "~/platform/db/client.server";
import type { Db } from "./head-count.server";
import { hoursOf, storedMinutes } from "./rules/weeks";
import { CONFIRMABLE_STATES } from "./week-confirmer.server";

/** As many weeks as one page shows. */
const MOST = 300;

type Where = { mentorId?: string; hostId?: string };
type Record = NonNullable<Awaited<ReturnType<ReadClient["weekRecord"]["findUnique"]>>>;

/** A week record as pages show it: hours as numbers, Monday first; the corrected ones count where there are any. */
export const shownWeek = (row: Record) => {
  const given = storedMinutes(row.minutes);
  const corrected = row.correctedMinutes === null ? null : storedMinutes(row.correctedMinutes);
  const counted = corrected ?? given;
  return {
    id: row.id,
    placementId: row.placementId,
    monday: row.monday,
    state: row.state,
    lines: row.lines,
    file: row.fileId !== null,
    given: given.map(hoursOf),
    corrected: corrected?.map(hoursOf) ?? null,
    correction: row.correction,
    total: hoursOf(counted.reduce((sum, one) => sum + one, 0)),
    night: row.night,
    submittedAt: row.submittedAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    version: row.version,
  };
};

export type ShownWeek = ReturnType<typeof shownWeek>;

/** The weeks somebody of a host has before them, the oldest first, in three queries. */
export const weeksToConfirm = async (db: Db, where: Where, monday: string | null) => {
  const client = db as ReadClient;
  const placements = await client.placement.findMany({
    where: { ...where, state: { in: CONFIRMABLE_STATES } },
    select: { id: true, studentId: true, title: true },
    take: 1000,
  });
  const rows = await client.weekRecord.findMany({
    where: {
      placementId: { in: placements.map((one) => one.id) },
      ...(monday ? { monday } : { state: "submitted" }),
    },
    orderBy: [{ monday: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const shown = new Set(rows.map((row) => row.placementId));
  const students = await client.student.findMany({
    where: { id: { in: placements.filter((one) => shown.has(one.id)).map((one) => one.studentId) } },
    select: { id: true, name: true },
  });
  const placementOf = new Map(placements.map((one) => [one.id, one]));
  const nameOf = new Map(students.map((one) => [one.id, one.name]));
  return rows.map((row) => {
    const placement = placementOf.get(row.placementId);
    return {
      ...shownWeek(row),
      student: nameOf.get(placement?.studentId ?? "") ?? "",
      title: placement?.title ?? "",
    };
  });
};

export type WeekToConfirm = Awaited<ReturnType<typeof weeksToConfirm>>[number];
