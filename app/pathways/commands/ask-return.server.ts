import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { frozenRules } from "../rule-set.server";
import { transferInVoice } from "../transfer-access.server";
import { moveTransfer, returnUntil } from "../transfer-moves.server";

/**
 * A student who moved, or a guardian, asks to return to the old school. Goes in: transfer, version, reason. Comes out: the last
 * day on which it could be asked. Refuses where the rules know no return and after that day (conflict, naming it).
 */
export const askReturn = (
  ctx: PersonCtx,
  id: string,
  input: { version: number; reason: string },
): Promise<Result<{ until: string }>> =>
  decide(async (tx) => {
    const { transfer, voice } = await transferInVoice(tx, ctx, id, ["student", "guardian"]);
    const window = await tx.transferWindow.findUniqueOrThrow({ where: { id: transfer.windowId } });
    const days = frozenRules(window).facts.returnDays.value;
    if (days === 0) return reject({ code: "conflict", key: "transfers.errors.noReturn" });
    const until = returnUntil(transfer.movedOn ?? "", days);
    if (transfer.movedOn && civilDate(ctx.clock.now()) > until) {
      return reject({ code: "conflict", key: "transfers.errors.returnOver", values: { until } });
    }
    await moveTransfer(tx, ctx, transfer, {
      action: "askReturn",
      who: voice === "guardian" ? "guardian" : "student",
      ...input,
    });
    return { until };
  });
