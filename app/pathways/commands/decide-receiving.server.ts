import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { transferInVoice } from "../transfer-access.server";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The receiving school takes an applicant after the notice, or refuses with a reason. Goes in: transfer, version, outcome,
 * reason. Comes out: the new state; taken, a seat is held and the first authority of the chain decides. Refuses more than
 * there are seats (conflict).
 */
export const decideReceiving = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; outcome: "approve" | "refuse"; reason?: string | undefined },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { transfer } = await transferInVoice(tx, ctx, id, ["receiving"]);
    const { version, outcome, reason } = input;
    const now = ctx.clock.now();
    await tx.transferDecision.create({
      data: {
        id: newId(now.getTime()),
        transferId: id,
        step: "receiving",
        outcome,
        reason: reason ?? "",
        organizationId: ctx.actor.organizationId,
        personId: ctx.actor.personId,
        name: ctx.actor.name,
        createdAt: now,
      },
    });
    const approved = outcome === "approve";
    const accepted = await moveTransfer(tx, ctx, transfer, {
      action: approved ? "accept" : "refuseReceiving",
      who: "receiving",
      version,
      reason,
      ...(approved ? { data: { step: 1 } } : {}),
    });
    const chain = transfer.chain.split(",");
    if (!approved || chain.length > 1) return { state: accepted.state };
    const settled = await moveTransfer(tx, ctx, accepted, { action: "approve", who: "authority" });
    return { state: settled.state };
  });
