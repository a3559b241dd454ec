import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { evaluate, type Finding } from "~/regulations/rules/evaluate";
import { moverOf, ownPlacement } from "../placement-scope.server";
import { placingFacts } from "../placing-facts.server";
import {
  nextPlacementState,
  PLACEMENT_MOVES,
  PLACEMENT_STATES,
  type PlacementMove,
} from "../rules/lifecycle";
import { nextStep } from "../rules/next-step";
import { gateRows } from "./gate-board.server";
import { askReader } from "./gate-rows.sqlite.server";

const MOST_EVENTS = 60;

/** The rules asked of a placement in its state: what the start asks while it is prepared, what a week asks once it runs. */
const stageOf = (state: string) => (state === "preparing" ? ("start" as const) : ("week" as const));

const findingsOf = async (
  row: Awaited<ReturnType<typeof gateRows>>[number],
  on: string,
): Promise<Finding[]> => {
  const subject = {
    studentId: row.studentId,
    hostId: row.hostId,
    listingId: row.listingId,
    origin: row.origin,
    placementId: row.id,
    terms: { ...row.agreedTerms, startsOn: row.facts.begins },
  };
  const facts = await placingFacts(read, subject, on);
  const { findings } = evaluate({ on, region: row.terms.regionCode, stage: stageOf(row.state), facts });
  const order = ["block", "missing", "warn"];
  return findings
    .filter((one) => one.verdict !== "pass")
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
};

/**
 * One placement as its head and overview show it. Goes in: who looks, its id, now. Comes out: its people, terms, gates,
 * what the rules say, the next step, the moves this reader may make and its story; null when it is not theirs to see.
 */
export const placementPage = async (actor: Person, id: string, now: Date) => {
  const own = await ownPlacement(read, actor, id);
  if (!own) return null;
  const { placement, as } = own;
  const on = civilDate(now);
  const [rows, people, events] = await Promise.all([
    gateRows(askReader, { ids: [id], states: PLACEMENT_STATES }, on, 1),
    read.person.findMany({
      where: { id: { in: [placement.teacherId, placement.mentorId].filter((one) => one !== null) } },
      select: { id: true, name: true },
    }),
    read.event.findMany({
      where: { subjectType: "placement", subjectId: id },
      orderBy: { sequence: "desc" },
      take: MOST_EVENTS,
      select: { id: true, name: true, at: true, actor: true, payload: true },
    }),
  ]);
  const row = rows[0];
  if (!row) return null;
  const settled = !["preparing", "in_progress", "paused"].includes(row.state);
  const mover = moverOf(as, actor);
  const allowed = (move: PlacementMove) =>
    mover !== null && nextPlacementState(row.state as (typeof PLACEMENT_STATES)[number], move, mover, "?").ok;
  return {
    as,
    row,
    next: nextStep(row, row.gates),
    findings: settled ? [] : await findingsOf(row, on),
    moves: (Object.keys(PLACEMENT_MOVES) as PlacementMove[]).filter(allowed),
    teacher: people.find((one) => one.id === placement.teacherId)?.name ?? null,
    mentor: people.find((one) => one.id === placement.mentorId)?.name ?? null,
    ended: { on: placement.endedOn, reason: placement.endReason, note: placement.endNote },
    paused: { on: placement.pausedOn, reason: placement.pauseReason },
    startedOn: placement.startedOn,
    continuesId: placement.continuesId,
    events: events.map((event) => ({
      id: event.id,
      name: event.name,
      at: event.at.toISOString(),
      by: (JSON.parse(event.actor) as { name: string }).name,
      payload: JSON.parse(event.payload) as Record<string, string | number | null>,
    })),
    now: now.toISOString(),
    on,
  };
};

export type PlacementPage = NonNullable<Awaited<ReturnType<typeof placementPage>>>;
