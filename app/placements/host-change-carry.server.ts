import type { Ctx } from "~/platform/command";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { civilDate } from "~/platform/time/clock";
import { listingToContinue } from "./host-change-listing.server";
import { letPlacementGo } from "./let-placement-go.server";
import { placeStudents } from "./place-students.server";
import { placementMails } from "./placement-mails.server";
import { gateRows } from "./queries/gate-board.server";
import { askIn } from "./queries/gate-rows.sqlite.server";
import { type HostChangeState, nextHostChange } from "./rules/host-change";
import { nextPlacementState, PLACEMENT_STATES, type PlacementState } from "./rules/lifecycle";
import { refreshTrack } from "./track-record.server";

export type HostChangeRow = NonNullable<Awaited<ReturnType<ReadClient["hostChange"]["findUnique"]>>>;

/**
 * Carries out a change of host everybody agreed to, inside the caller's transaction: the placement so far ends with its
 * coded reason, and a new one that goes on with the record is prepared at the other host, with the same teacher; it needs
 * its own tripartite agreement and open gates before it starts. What the school wrote to the student stays between them.
 * Comes out: the new placement's id. Rejects, and changes nothing, when the place is gone, a rule blocks, or the placement
 * has moved on.
 */
export const carryOutHostChange = async (tx: Tx, ctx: Ctx, change: HostChangeRow): Promise<string> => {
  const now = ctx.clock.now();
  const on = civilDate(now);
  const done = nextHostChange(change.state as HostChangeState, "carryOut", "house");
  const [row] = await gateRows(askIn(tx), { ids: [change.placementId], states: PLACEMENT_STATES }, on, 1);
  const old = await tx.placement.findUniqueOrThrow({ where: { id: change.placementId } });
  const ended = nextPlacementState(old.state as PlacementState, "end", "school", change.reason);
  if (!done || !row || !ended.ok) return reject({ code: "conflict", key: "placements.errors.notNow" });
  const startsOn = change.startsOn > on ? change.startsOn : on;
  const offer = await listingToContinue(tx, change.listingId, old, startsOn, on);
  if (!offer) return reject({ code: "conflict", key: "life.change.errors.gone" });
  const [newId] = await placeStudents(tx, ctx, [
    {
      studentId: old.studentId,
      hostId: offer.hostId,
      listingId: offer.listingId,
      continuesId: old.id,
      origin: "listing",
      terms: offer.terms,
    },
  ]);
  if (!newId) throw new Error(`change ${change.id}: no placement came of it`);
  await tx.placement.update({ where: { id: newId }, data: { teacherId: old.teacherId } });
  const left = await tx.placement.updateMany({
    where: { id: old.id, version: old.version },
    data: {
      state: ended.to,
      endedOn: on,
      endReason: change.reason,
      endNote: null,
      updatedAt: now,
      version: { increment: 1 },
    },
  });
  const kept = await tx.hostChange.updateMany({
    where: { id: change.id, state: change.state },
    data: { state: done, newPlacementId: newId, version: { increment: 1 } },
  });
  if (left.count === 0 || kept.count === 0) stale();
  await letPlacementGo(tx, row);
  await refreshTrack(tx, old.hostId, now);
  await record(tx, ctx, {
    subject: { type: "placement", id: old.id },
    name: "placement.host_changed",
    payload: { on, reason: change.reason },
    audience: [old.schoolId, old.hostId],
  });
  const values = { name: row.studentName, host: row.hostName, next: offer.hostName, date: on };
  await enqueue(tx, ctx, [
    ...(await placementMails(tx, {
      kind: "ended",
      key: `${old.id}:change`,
      to: [old.hostId],
      people: [old.mentorId],
      values,
      link: `/placements/${old.id}`,
    })),
    ...(await placementMails(tx, {
      kind: "changed",
      key: newId,
      to: [old.schoolId, offer.hostId],
      people: [row.studentPersonId, old.teacherId],
      values,
      link: `/placements/${newId}`,
    })),
  ]);
  return newId;
};
