import type { PersonCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { excuseWeeks } from "../excuse-weeks.server";
import { letPlacementGo } from "../let-placement-go.server";
import { placementMails } from "../placement-mails.server";
import { END_REASONS } from "../placement-schema";
import { moverOf, ownPlacement } from "../placement-scope.server";
import { gateRows } from "../queries/gate-board.server";
import { askIn } from "../queries/gate-rows.sqlite.server";
import { nextPlacementState, PLACEMENT_STATES, type PlacementState } from "../rules/lifecycle";
import { gateRefusal } from "../start-one.server";
import { refreshTrack } from "../track-record.server";

type Move = "pause" | "resume" | "end" | "miss";

const EVENTS = { pause: "paused", resume: "resumed", end: "broken", miss: "did_not_show" } as const;
const MAILS = { pause: "paused", resume: "resumed", end: "ended", miss: "missed" } as const;

const columnsOf = (move: Move, on: string, reason: string, note: string) => {
  if (move === "pause") return { pausedOn: on, pauseReason: note };
  if (move === "resume") return { pausedOn: null, pauseReason: null };
  return { endedOn: on, endReason: reason, endNote: note || null };
};

/**
 * Pauses, resumes, ends or writes off one placement. Goes in: its id, the move, the version shown, a coded reason (for
 * ending and not appearing) and a note (the reason of a pause). Comes out: its new state. Ending or not appearing gives the
 * seat back and takes its agreement out of force. Refuses a foreign id (not found), a side that may not (forbidden), a
 * state that does not allow it (conflict), a missing reason (invalid), a closed gate on resuming, a stale version.
 */
export const movePlacement = (
  ctx: PersonCtx,
  id: string,
  input: { move: Move; version: number; reason: string; note: string },
): Promise<Result<{ state: PlacementState }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, id);
    if (!own) return reject(notFound().refusal);
    const mover = moverOf(own.as, ctx.actor);
    if (!mover) return reject({ code: "forbidden", key: "errors.forbidden" });
    const { move, note } = input;
    const ends = move === "end" || move === "miss";
    const reason = ends ? (END_REASONS.find((code) => code === input.reason) ?? "") : note;
    const outcome = nextPlacementState(own.placement.state as PlacementState, move, mover, reason);
    if (!outcome.ok) {
      if (outcome.because === "mover") return reject({ code: "forbidden", key: "errors.forbidden" });
      if (outcome.because === "state") return reject({ code: "conflict", key: "placements.errors.notNow" });
      return reject(invalidField(ends ? "reason" : "note", "errors.required").refusal);
    }
    const now = ctx.clock.now();
    const on = civilDate(now);
    const [row] = await gateRows(askIn(tx), { ids: [id], states: PLACEMENT_STATES }, on, 1);
    if (!row) return reject(notFound().refusal);
    const held = outcome.guard === "gates" ? gateRefusal(row) : null;
    if (held) return reject(held);
    const { count } = await tx.placement.updateMany({
      where: { id, version: input.version },
      data: {
        state: outcome.to,
        updatedAt: now,
        version: { increment: 1 },
        ...columnsOf(move, on, reason, note),
      },
    });
    if (count === 0) stale();
    if (move === "resume") await excuseWeeks(tx, own.placement, on, now);
    if (ends) await letPlacementGo(tx, row);
    if (ends) await refreshTrack(tx, row.hostId, now);
    await record(tx, ctx, {
      subject: { type: "placement", id },
      name: `placement.${EVENTS[move]}`,
      payload: { on, ...(ends ? { reason } : {}), ...(note ? { note } : {}) },
      audience: [row.schoolId, row.hostId],
    });
    await enqueue(
      tx,
      ctx,
      await placementMails(tx, {
        kind: MAILS[move],
        key: `${id}:${input.version}`,
        to: [row.schoolId, row.hostId],
        people: [row.studentPersonId, row.teacherId, row.mentorId],
        values: { name: row.studentName, host: row.hostName, date: on },
        link: `/placements/${id}`,
      }),
    );
    return { state: outcome.to };
  });
