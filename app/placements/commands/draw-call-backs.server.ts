import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { addDays, civilDate } from "~/platform/time/clock";
import { callBackSample } from "../rules/call-back-sample";
import { byKey, mondayOf } from "../rules/weeks";

const MOST = 20_000;
/** A drawn call is made by Friday. House rule. */
const BY_DAY = 4;

/**
 * Draws for every teacher the students to call this week. Goes in: nothing. Comes out: how many calls were added; drawn a
 * second time in the same week the same students come out and nothing is added.
 */
export const drawCallBacks = async (ctx: Ctx): Promise<number> => {
  const monday = mondayOf(civilDate(ctx.clock.now()));
  const plannedOn = addDays(monday, BY_DAY);
  const known = await read.visitPlan.findFirst({ where: { plannedOn, source: "sample" } });
  if (known) return 0;
  const rows = await read.placement.findMany({
    where: { state: "in_progress", teacherId: { not: null } },
    select: { id: true, schoolId: true, teacherId: true },
    take: MOST,
  });
  const drawn = [...byKey(rows, (row) => row.teacherId ?? "")].flatMap(([teacherId, own]) => {
    const ids = new Set(
      callBackSample(
        own.map((row) => row.id),
        `${teacherId}~${monday}`,
      ),
    );
    return own
      .filter((row) => ids.has(row.id))
      .map((row) => ({
        id: newId(),
        placementId: row.id,
        schoolId: row.schoolId,
        teacherId,
        plannedOn,
        source: "sample",
      }));
  });
  if (drawn.length > 0) await inTransaction((tx) => tx.visitPlan.createMany({ data: drawn }));
  return drawn.length;
};
