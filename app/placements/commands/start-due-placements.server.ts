import type { Ctx } from "~/platform/command";
import { inTransaction } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { placementMails } from "../placement-mails.server";
import { BOARD_ROWS, type GateRow, gateRows } from "../queries/gate-board.server";
import { askIn, askReader } from "../queries/gate-rows.sqlite.server";
import { carryOutStart, gateRefusal, startRefusal } from "../start-one.server";

/** Days before the first day on which a school is told who is still held. House rule. */
const TELL_DAYS = 3;

const startOne = async (ctx: Ctx, id: string, on: string): Promise<"started" | "held"> => {
  const outcome = await decide(async (tx) => {
    const [row] = await gateRows(askIn(tx), { ids: [id], states: ["preparing"] }, on, 1);
    if (!row) return;
    const reason = String(row.answers.warnReason ?? "");
    const refusal = await startRefusal(tx, row, "house", reason, on);
    if (refusal) reject(refusal);
    await carryOutStart(tx, ctx, row, reason);
  });
  return outcome.ok ? "started" : "held";
};

/** Tells each school once a day who is held, and writes into each placement's story why it did not begin on its day. */
const tellHeld = (ctx: Ctx, held: readonly GateRow[], on: string): Promise<void> =>
  inTransaction(async (tx) => {
    for (const schoolId of new Set(held.map((row) => row.schoolId))) {
      const theirs = held.filter((row) => row.schoolId === schoolId);
      const key = `${schoolId}:${on}`;
      const told = await tx.delivery.findFirst({ where: { key: { startsWith: `placement-held:${key}` } } });
      if (told) continue;
      for (const row of theirs.filter((one) => one.startsOn <= on)) {
        const refusal = gateRefusal(row);
        await record(tx, ctx, {
          subject: { type: "placement", id: row.id },
          name: "placement.start_held",
          payload: {
            on,
            gate: String(refusal?.values?.gate ?? ""),
            because: String(refusal?.values?.because ?? ""),
          },
          audience: [schoolId],
        });
      }
      await enqueue(
        tx,
        ctx,
        await placementMails(tx, {
          kind: "held",
          key,
          to: [schoolId],
          values: {
            count: theirs.length,
            names: theirs
              .slice(0, 5)
              .map((one) => one.studentName)
              .join("、"),
          },
          link: "/placements/gates",
        }),
      );
    }
  });

/**
 * Starts every placement whose first day has come and whose gates are all open, and tells the school of those held from
 * three days before. Goes in: the clock. Comes out: how many began and how many are held. Each start is a transaction of
 * its own, so that a killed process leaves nothing half done and the next run goes on.
 */
export const startDuePlacements = async (ctx: Ctx): Promise<{ started: number; held: number }> => {
  const on = civilDate(ctx.clock.now());
  const rows = await gateRows(
    askReader,
    { states: ["preparing"], startsBy: addDays(on, TELL_DAYS) },
    on,
    BOARD_ROWS * 4,
  );
  let started = 0;
  const held: GateRow[] = [];
  for (const row of rows) {
    const due = row.startsOn <= on;
    const open = gateRefusal(row) === null;
    if (due && open && (await startOne(ctx, row.id, on)) === "started") started += 1;
    else if (due || !open) held.push(row);
  }
  if (held.length > 0) await tellHeld(ctx, held, on);
  return { started, held: held.length };
};
