import { createHash } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { readRoundDocument } from "~/matching/rules/allocation/read-document";
import { solveRound } from "~/matching/rules/allocation/solve-round";
import { insertMany } from "~/platform/db/insert-many.server";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { leadRound, movedRound, saveRound } from "../round-access.server";
import { roundEntry } from "../round-entry.server";
import { recordRound } from "../round-record.server";
import { publishedText, roundInput, seatsIn } from "../rules/round-input";

/**
 * Computes a round whose choices are closed, or computes it again after a host withdrew: the rules keep pairs apart
 * first, then students propose (deferred acceptance), and the checker looks at the result. In: the round and the version
 * parsed. Out: how many found a place. Input and result are kept exactly as they are published. Refuses a round that is
 * still open or settled, and a stale version.
 */
export const computeRound = (
  ctx: MemberCtx,
  id: string,
  version: number,
): Promise<Result<{ matched: number; unmatched: number }>> =>
  decide(async (tx) => {
    const round = await leadRound(tx, ctx, id, version);
    const state = await movedRound(tx, round, "compute");
    const at = ctx.clock.now();
    const { entry, bars } = await roundEntry(tx, round, civilDate(at), at);
    const parsed = readRoundDocument(JSON.parse(publishedText(roundInput(entry))));
    if (!parsed.ok) throw new Error(`round ${id}: ${JSON.stringify(parsed.problems.slice(0, 3))}`);
    const document = publishedText(parsed.document);
    const result = solveRound(parsed.document);

    await tx.roundBar.deleteMany({ where: { roundId: id } });
    await insertMany(
      tx,
      "RoundBar",
      bars.map((bar) => ({ ...bar, roundId: id, findings: JSON.stringify(bar.findings) })),
    );
    const seats = seatsIn(entry.slots);
    const idOfSlot = new Map(entry.slots.map((slot) => [slot.code, slot.id]));
    for (const slot of entry.slots)
      await tx.roundSlot.update({ where: { id: slot.id }, data: { seatsLeft: seats.get(slot.id) ?? 0 } });
    await tx.roundStudent.updateMany({ where: { roundId: id }, data: { slotId: null } });
    const matches = result.matches.flatMap(({ student, slot }) =>
      slot === null ? [] : [{ student, slotId: idOfSlot.get(slot) ?? null }],
    );
    for (const slotId of new Set(matches.map((one) => one.slotId))) {
      const codes = matches.filter((one) => one.slotId === slotId).map((one) => one.student);
      await tx.roundStudent.updateMany({ where: { roundId: id, code: { in: codes } }, data: { slotId } });
    }
    await saveRound(
      tx,
      round,
      {
        state,
        document,
        documentHash: createHash("sha256").update(document).digest("hex"),
        result: publishedText(result),
        computedAt: at,
        stale: false,
      },
      at,
    );
    const told = { matched: matches.length, unmatched: result.unmatched };
    await recordRound(tx, ctx, round, "computed", { ...told, stable: result.stable });
    return told;
  });
