import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { civilDate } from "~/platform/time/clock";
import { refreshTrack } from "../track-record.server";

const AT_ONCE = 100;

/**
 * Ends the placements whose last agreed day has passed: in progress becomes completed, and the unit's record is counted
 * anew. Comes out: how many. Called again it does nothing twice; a pause is not an end and stays.
 */
export const completeDuePlacements = async (ctx: Ctx): Promise<number> => {
  const now = ctx.clock.now();
  const on = civilDate(now);
  const due = await read.placement.findMany({
    where: { state: "in_progress", endsOn: { lt: on } },
    orderBy: { endsOn: "asc" },
    take: AT_ONCE,
    select: { id: true, schoolId: true, hostId: true, endsOn: true },
  });
  let done = 0;
  for (const { id, schoolId, hostId, endsOn } of due) {
    await inTransaction(async (tx) => {
      const { count } = await tx.placement.updateMany({
        where: { id, state: "in_progress" },
        data: { state: "completed", endedOn: endsOn, updatedAt: now, version: { increment: 1 } },
      });
      if (count === 0) return;
      done += 1;
      await record(tx, ctx, {
        subject: { type: "placement", id },
        name: "outcomes.completed",
        payload: { on: endsOn },
        audience: [schoolId, hostId],
      });
      await refreshTrack(tx, hostId, now);
    });
  }
  return done;
};
