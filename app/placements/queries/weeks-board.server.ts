import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { placementScope } from "../placement-scope.server";
import { SIGNAL_WEIGHT, weekSignals } from "../rules/week-signals";
import { byKey, hoursOf, isMonday, mondayOf, storedMinutes, weeksBegun } from "../rules/weeks";

/** One page holds a whole term's cohort. */
export const BOARD_PLACEMENTS = 500;
/** Weeks side by side, the last of them the one looked at. */
const WEEKS = 4;

const scopedTo = async (actor: Person) => {
  const scope = await placementScope(read, actor);
  return scope && (scope.as === "school" || scope.as === "teacher") ? scope : null;
};

const recordsOf = (ids: readonly string[], from: string, to: string) =>
  read.weekRecord.findMany({
    where: { placementId: { in: [...ids] }, monday: { gte: from, lte: to } },
    take: BOARD_PLACEMENTS * WEEKS,
    select: {
      id: true,
      placementId: true,
      monday: true,
      state: true,
      lines: true,
      fileHash: true,
      minutes: true,
      correctedMinutes: true,
      device: true,
      confirmedAt: true,
      confirmedBy: true,
    },
  });

/** The placement another record with the same file belongs to, by hash. */
const sameFiles = async (hashes: readonly string[]) => {
  if (hashes.length === 0) return [];
  return read.weekRecord.findMany({
    where: { fileHash: { in: [...new Set(hashes)] } },
    orderBy: { submittedAt: "asc" },
    take: 1000,
    select: { id: true, placementId: true, fileHash: true },
  });
};

/**
 * The weeks of a school's running placements (a teacher: of those they guide). Goes in: the person, the Monday looked at
 * (null: the last week that is over), now. Comes out: at most 500 placements, those that need a look first: their last four
 * weeks, hours, the last contact and the signs found, in at most seven queries; null for everybody else.
 */
export const weeksBoard = async (actor: Person, wished: string | null, now: Date) => {
  const scope = await scopedTo(actor);
  if (!scope) return null;
  const today = civilDate(now);
  const monday = wished && isMonday(wished) && wished <= today ? wished : addDays(mondayOf(today), -7);
  const mondays = Array.from({ length: WEEKS }, (_, back) => addDays(monday, -7 * (WEEKS - 1 - back)));
  const placements = await read.placement.findMany({
    where: { ...scope.where, state: { in: ["in_progress", "paused"] }, startedOn: { not: null } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: BOARD_PLACEMENTS,
  });
  const ids = placements.map((one) => one.id);
  const [students, hosts, records, contacts] = await Promise.all([
    read.student.findMany({
      where: { id: { in: placements.map((one) => one.studentId) } },
      select: { id: true, name: true, className: true },
    }),
    read.organization.findMany({
      where: { id: { in: [...new Set(placements.map((one) => one.hostId))] } },
      select: { id: true, shortName: true },
    }),
    recordsOf(ids, mondays[0] ?? monday, monday),
    read.guidanceContact.groupBy({
      by: ["placementId"],
      where: { placementId: { in: ids } },
      _max: { doneOn: true },
    }),
  ]);
  const ofWeek = records.filter((one) => one.monday === monday);
  const files = await sameFiles(ofWeek.flatMap((one) => one.fileHash ?? []));
  const signals = weekSignals(
    ofWeek.map((one) => ({
      ...one,
      minutes: storedMinutes(one.correctedMinutes ?? one.minutes),
      confirmedAt: one.confirmedAt?.toISOString() ?? null,
      sameFileIn:
        files.find((file) => file.fileHash === one.fileHash && file.id !== one.id)?.placementId ?? null,
    })),
  );
  const studentOf = new Map(students.map((one) => [one.id, one]));
  const nameOf = new Map(placements.map((one) => [one.id, studentOf.get(one.studentId)?.name ?? ""]));
  const recordOf = new Map(records.map((one) => [`${one.placementId}~${one.monday}`, one]));
  const signsOf = byKey(signals, (one) => one.recordId);
  const rows = placements.map((placement) => {
    const begun = new Set(weeksBegun(placement, today));
    const now = recordOf.get(`${placement.id}~${monday}`);
    const signs = now ? (signsOf.get(now.id) ?? []) : [];
    const weeks = mondays.map((one) => ({
      monday: one,
      state: !begun.has(one) ? "none" : (recordOf.get(`${placement.id}~${one}`)?.state ?? "missing"),
    }));
    const minutes = now ? storedMinutes(now.correctedMinutes ?? now.minutes) : null;
    return {
      id: placement.id,
      student: nameOf.get(placement.id) ?? "",
      className: studentOf.get(placement.studentId)?.className ?? "",
      host: hosts.find((one) => one.id === placement.hostId)?.shortName ?? "",
      state: placement.state,
      weeks,
      hours: minutes ? hoursOf(minutes.reduce((sum, one) => sum + one, 0)) : null,
      lastContact: contacts.find((one) => one.placementId === placement.id)?._max.doneOn ?? null,
      signals: signs.map((one) => ({
        kind: one.kind,
        values: {
          ...one.values,
          other: one.otherPlacementId ? (nameOf.get(one.otherPlacementId) ?? "") : "",
        },
      })),
      weight:
        signs.reduce((sum, one) => sum + SIGNAL_WEIGHT[one.kind], 0) +
        weeks.filter((one) => one.state === "missing").length,
    };
  });
  const missing = rows.filter((row) => row.weeks.at(-1)?.state === "missing").length;
  return {
    as: scope.as,
    monday,
    before: addDays(monday, -7),
    after: addDays(monday, 7) <= today ? addDays(monday, 7) : null,
    mondays,
    missing,
    rows: rows.sort((a, b) => b.weight - a.weight || a.student.localeCompare(b.student, "zh")),
  };
};
