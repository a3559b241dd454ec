import type { Ctx } from "~/platform/command";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { CONFIRMABLE_STATES, confirmerOf, type Way } from "../week-confirmer.server";

/** Nobody confirms more weeks than this at once. */
const MOST = 200;

/**
 * The mentor's one tap: confirms weeks as handed in. Goes in: the way (a letter's link or somebody signed in), record ids,
 * a keyed mark of the device. Comes out: how many were confirmed now and how many of the chosen were not open any more (a
 * second tap). Refuses a link nobody made (not found), one expired or of somebody else (forbidden). Three queries by link;
 * who confirmed, when and how stays in the record.
 */
export const confirmWeeks = (
  ctx: Ctx,
  input: { way: Way; ids: readonly string[]; device: string },
): Promise<Result<{ confirmed: number; already: number }>> =>
  decide(async (tx) => {
    const now = ctx.clock.now();
    const confirmer = await confirmerOf(tx, input.way, now);
    if ("refusal" in confirmer) return reject(confirmer.refusal);
    const ids = [...new Set(input.ids)].slice(0, MOST);
    if (ids.length === 0) return reject({ code: "invalid", key: "followup.errors.noneChosen" });
    const theirs = await tx.placement.findMany({
      where: { ...confirmer.where, state: { in: CONFIRMABLE_STATES } },
      select: { id: true },
      take: 1000,
    });
    const { count } = await tx.weekRecord.updateMany({
      where: {
        id: { in: ids },
        placementId: { in: theirs.map((one) => one.id) },
        state: "submitted",
        ...(confirmer.monday ? { monday: confirmer.monday } : {}),
      },
      data: {
        state: "confirmed",
        confirmedAt: now,
        confirmedBy: confirmer.personId,
        confirmedHow: confirmer.how,
        device: input.device,
        version: { increment: 1 },
      },
    });
    return { confirmed: count, already: ids.length - count };
  });
