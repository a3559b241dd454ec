import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { type PlacementScope, placementScope } from "../placement-scope.server";
import { GATES, type GateKey } from "../rules/gates";
import { PLACEMENT_STATES } from "../rules/lifecycle";
import { nextStep } from "../rules/next-step";
import { BOARD_ROWS, type GateRow, gateRows } from "./gate-board.server";
import { askReader } from "./gate-rows.sqlite.server";

const PAGE = 30;
const MOST_OF_CLASS = 500;

export type PlacementFilter = {
  state: string | null;
  programme: string | null;
  className: string | null;
  host: string | null;
  gate: GateKey | null;
  after: string | null;
};

/** Reads a list's address: state, programme, class, host, closed gate, and the place to go on from. */
export const placementFilterOf = (query: URLSearchParams): PlacementFilter => ({
  state: PLACEMENT_STATES.find((state) => state === query.get("state")) ?? null,
  programme: query.get("programme") || null,
  className: query.get("class") || null,
  host: query.get("host") || null,
  gate: GATES.find((gate) => gate === query.get("gate")) ?? null,
  after: query.get("after"),
});

const whereOf = async (scope: PlacementScope, filter: PlacementFilter) => {
  const ofClass =
    filter.className && scope.where.schoolId
      ? await read.student.findMany({
          where: { organizationId: scope.where.schoolId, className: filter.className },
          select: { id: true },
          take: MOST_OF_CLASS,
        })
      : null;
  return {
    AND: [
      scope.where,
      {
        ...(filter.state ? { state: filter.state } : {}),
        ...(filter.programme ? { programmeId: filter.programme } : {}),
        ...(filter.host ? { hostId: filter.host } : {}),
        ...(ofClass ? { studentId: { in: ofClass.map((one) => one.id) } } : {}),
      },
    ],
  };
};

const listed = (row: GateRow) => ({
  id: row.id,
  student: row.studentName,
  className: row.className,
  programme: row.programmeName,
  host: row.hostShort,
  school: row.schoolName,
  title: row.title,
  type: row.type,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  state: row.state,
  open: row.gates.filter((gate) => gate.open).length,
  next: nextStep(row, row.gates),
});

/** The placements held by one gate, among those being prepared: judged, not stored, so at most a board of them. */
const heldBy = async (scope: PlacementScope, filter: PlacementFilter, gate: GateKey, on: string) => {
  const ids = await read.placement.findMany({
    where: { AND: [await whereOf(scope, filter), { state: "preparing" }] },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: BOARD_ROWS,
    select: { id: true },
  });
  const rows = await gateRows(askReader, { ids: ids.map((one) => one.id), states: PLACEMENT_STATES }, on);
  return rows.filter((row) => row.gates.some((one) => one.gate === gate && !one.open));
};

/**
 * One page of the placements somebody may see, the latest to begin first. Goes in: the person, the filter with the key
 * after which to go on, now. Comes out: at most thirty rows (those held by one gate: at most three hundred) and the next
 * key; null for somebody placements are nothing of.
 */
export const placementList = async (actor: Person, filter: PlacementFilter, now: Date) => {
  const scope = await placementScope(read, actor);
  if (!scope) return null;
  const on = civilDate(now);
  if (filter.gate) {
    return { as: scope.as, rows: (await heldBy(scope, filter, filter.gate, on)).map(listed), next: null };
  }
  const [startsOn, id] = (filter.after ?? "").split("~");
  const page = await read.placement.findMany({
    where: {
      AND: [
        await whereOf(scope, filter),
        startsOn && id ? { OR: [{ startsOn: { lt: startsOn } }, { startsOn, id: { lt: id } }] } : {},
      ],
    },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    select: { id: true, startsOn: true },
  });
  const shown = page.slice(0, PAGE);
  const rows = await gateRows(
    askReader,
    { ids: shown.map((one) => one.id), states: PLACEMENT_STATES },
    on,
    PAGE,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = shown.at(-1);
  return {
    as: scope.as,
    rows: shown.flatMap((one) => byId.get(one.id) ?? []).map(listed),
    next: page.length > PAGE && last ? `${last.startsOn}~${last.id}` : null,
  };
};

/** How many placements are in each state, and what the list may be filtered by, each with its name. Bounded groups. */
export const placementFacets = async (actor: Person) => {
  const scope = await placementScope(read, actor);
  if (!scope) return null;
  const { where } = scope;
  const [states, programmes, hosts] = await Promise.all([
    read.placement.groupBy({ by: ["state"], where, _count: { _all: true } }),
    read.placement.groupBy({ by: ["programmeId"], where, orderBy: { programmeId: "asc" }, take: 60 }),
    read.placement.groupBy({ by: ["hostId"], where, orderBy: { hostId: "asc" }, take: 60 }),
  ]);
  const [programmeNames, hostNames, classes] = await Promise.all([
    read.programme.findMany({
      where: { id: { in: programmes.map((one) => one.programmeId) } },
      select: { id: true, name: true },
    }),
    read.organization.findMany({
      where: { id: { in: hosts.map((one) => one.hostId) } },
      select: { id: true, shortName: true },
    }),
    scope.as === "school" && where.schoolId
      ? read.student.groupBy({
          by: ["className"],
          where: { organizationId: where.schoolId, state: "active" },
          orderBy: { className: "asc" },
          take: 100,
        })
      : [],
  ]);
  return {
    states: Object.fromEntries(states.map((one) => [one.state, one._count._all])),
    programmes: programmeNames.map((one) => ({ value: one.id, label: one.name })),
    hosts: hostNames.map((one) => ({ value: one.id, label: one.shortName })),
    classes: classes.map((one) => ({ value: one.className, label: one.className })),
  };
};
