import type { Ctx } from "~/platform/command";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { hoursOf } from "../rules/weeks";
import { confirmerOf, type Way } from "../week-confirmer.server";

/**
 * The mentor puts a week right instead of confirming it as it is. Goes in: the way, the record, minutes of seven days, why.
 * Comes out: the record's id; the student's own figures stay beside the corrected ones. Refuses a week that is not theirs
 * (not found), one already confirmed (conflict), a dead or foreign link.
 */
export const correctWeek = (
  ctx: Ctx,
  input: { way: Way; id: string; minutes: readonly number[]; correction: string; device: string },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const now = ctx.clock.now();
    const confirmer = await confirmerOf(tx, input.way, now);
    if ("refusal" in confirmer) return reject(confirmer.refusal);
    const row = await tx.weekRecord.findFirst({
      where: { id: input.id, ...(confirmer.monday ? { monday: confirmer.monday } : {}) },
      select: { id: true, placementId: true, monday: true, totalMinutes: true },
    });
    const theirs =
      row &&
      (await tx.placement.findFirst({
        where: { ...confirmer.where, id: row.placementId },
        select: { id: true },
      }));
    if (!row || !theirs) return reject(notFound().refusal);
    const total = input.minutes.reduce((sum, one) => sum + one, 0);
    const { count } = await tx.weekRecord.updateMany({
      where: { id: row.id, state: "submitted" },
      data: {
        state: "corrected",
        confirmedAt: now,
        confirmedBy: confirmer.personId,
        confirmedHow: confirmer.how,
        device: input.device,
        correctedMinutes: JSON.stringify(input.minutes),
        correction: input.correction,
        version: { increment: 1 },
      },
    });
    if (count === 0) return reject({ code: "conflict", key: "followup.errors.confirmed" });
    await record(tx, ctx, {
      subject: { type: "placement", id: row.placementId },
      name: "followup.week_corrected",
      payload: {
        monday: row.monday,
        from: hoursOf(row.totalMinutes),
        to: hoursOf(total),
        why: input.correction,
      },
      audience: [],
    });
    return { id: row.id };
  });
