import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { refuseAuthorityWork } from "../policy";
import { moveTransfer } from "../transfer-moves.server";

const FIRST_STEPS = ["draft", "counselling", "consent"];
const MOST = 2_000;

/**
 * An authority closes a window before its time, with a reason. Goes in: window, version, reason. Comes out: how many
 * applications lapsed: those not yet submitted; submitted ones go on. Refuses another authority's window (not found).
 */
export const cancelWindow = async (
  ctx: MemberCtx,
  input: { window: string; version: number; reason: string },
): Promise<Result<{ lapsed: number }>> => {
  const refusal = refuseAuthorityWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const window = await tx.transferWindow.findFirst({
      where: { id: input.window, authorityId: ctx.actor.organizationId },
    });
    if (!window) return reject({ code: "not_found", key: "errors.notFound" });
    const written = await tx.transferWindow.updateMany({
      where: { id: window.id, version: input.version, state: "open" },
      data: { state: "cancelled", version: { increment: 1 } },
    });
    if (written.count === 0) return stale();
    const open = await tx.transfer.findMany({
      where: { windowId: window.id, state: { in: FIRST_STEPS } },
      take: MOST,
    });
    for (const transfer of open) {
      await moveTransfer(tx, ctx, transfer, { action: "lapse", who: "clock", reasonCode: "windowCancelled" });
    }
    await record(tx, ctx, {
      subject: { type: "transferWindow", id: window.id },
      name: "transfer_window.cancelled",
      payload: { reason: input.reason, lapsed: open.length },
      audience: [ctx.actor.organizationId],
    });
    return { lapsed: open.length };
  });
};
