import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { moverOf, placementScope } from "../placement-scope.server";
import { BOARD_ROWS, gateRows } from "../queries/gate-board.server";
import { askIn } from "../queries/gate-rows.sqlite.server";
import { PLACEMENT_STATES } from "../rules/lifecycle";
import { carryOutStart, startRefusal } from "../start-one.server";

/**
 * Starts placements of one's own school, all or none. Goes in: their ids and a written reason where a rule warns. Comes
 * out: how many began. Refuses what is not one's own (not found), staff who only look or another side (forbidden), and
 * the first that may not start with the closed gate or the findings.
 */
export const startPlacements = (
  ctx: PersonCtx,
  input: { ids: readonly string[]; reason: string },
): Promise<Result<{ started: number }>> =>
  decide(async (tx) => {
    const scope = await placementScope(tx, ctx.actor);
    const ids = [...new Set(input.ids)].slice(0, BOARD_ROWS);
    const own = scope
      ? await tx.placement.findMany({
          where: { AND: [scope.where, { id: { in: ids } }] },
          select: { id: true },
        })
      : [];
    if (!scope || own.length === 0 || own.length < ids.length) return reject(notFound().refusal);
    if (moverOf(scope.as, ctx.actor) !== "school")
      return reject({ code: "forbidden", key: "errors.forbidden" });
    const on = civilDate(ctx.clock.now());
    const rows = await gateRows(askIn(tx), { ids, states: PLACEMENT_STATES }, on);
    for (const row of rows) {
      const reason = input.reason || String(row.answers.warnReason ?? "");
      const refusal = await startRefusal(tx, row, "school", reason, on);
      if (refusal) reject(refusal);
      await carryOutStart(tx, ctx, row, reason);
    }
    return { started: rows.length };
  });
