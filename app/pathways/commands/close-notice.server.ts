import type { Ctx } from "~/platform/command";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { mayObject } from "../rules/notice";
import { moveTransfer } from "../transfer-moves.server";

/**
 * Ends a notice whose days are over and whose objections are answered; everybody on it goes to the receiving school's
 * decision. Goes in: the notice, and the school that asks (null for the clock). Comes out: how many went on. Refuses another
 * school (not found), before the last day has ended, and while an objection is open, saying how many.
 */
export const closeNotice = (
  ctx: Ctx,
  noticeId: string,
  schoolId: string | null,
): Promise<Result<{ passed: number }>> =>
  decide(async (tx) => {
    const now = ctx.clock.now();
    const notice = await tx.transferNotice.findFirst({
      where: { id: noticeId, state: "open", ...(schoolId ? { schoolId } : {}) },
    });
    if (!notice) return reject({ code: "not_found", key: "errors.notFound" });
    if (mayObject(notice, now)) {
      return reject({
        code: "conflict",
        key: "transfers.errors.noticeRuns",
        values: { until: notice.untilOn },
      });
    }
    const open = await tx.transferObjection.count({ where: { noticeId, answeredAt: null } });
    if (open > 0)
      return reject({ code: "conflict", key: "transfers.errors.objectionsOpen", values: { open } });
    const listed = await tx.transfer.findMany({
      where: { quotaId: notice.quotaId, state: "notice" },
      orderBy: { rank: "asc" },
      take: 5_000,
    });
    for (const transfer of listed) {
      await moveTransfer(tx, ctx, transfer, { action: "passNotice", who: schoolId ? "receiving" : "clock" });
    }
    await tx.transferNotice.update({ where: { id: noticeId }, data: { state: "closed", closedAt: now } });
    await record(tx, ctx, {
      subject: { type: "transferNotice", id: noticeId },
      name: "transfer_notice.closed",
      payload: { passed: listed.length },
      audience: [notice.schoolId],
    });
    return { passed: listed.length };
  });
