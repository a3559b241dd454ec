import type { PersonCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { reissueNotice } from "../notice-reissue.server";
import { transferInVoice } from "../transfer-access.server";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The student, a guardian or the sending school takes an application back before the move, with a reason. Goes in: transfer,
 * version, reason. Comes out: the state. The term is free again; a list it stood on is shown again without it.
 */
export const withdrawTransfer = (
  ctx: PersonCtx,
  id: string,
  input: { version: number; reason: string },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { transfer, voice } = await transferInVoice(tx, ctx, id, ["student", "guardian", "sending"]);
    const who = voice === "sending" || voice === "guardian" ? voice : "student";
    const after = await moveTransfer(tx, ctx, transfer, { action: "withdraw", who, ...input });
    if (transfer.state === "notice") await reissueNotice(tx, ctx, transfer.quotaId);
    return { state: after.state };
  });
