import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { endRegistration, openRegistration } from "../registration.server";
import { returnToOldSchool } from "../roll-move.server";
import { transferInVoice } from "../transfer-access.server";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The authority takes an approval back, before or after the move, with a reason. Goes in: transfer, version, reason. Comes out:
 * the state. After a move the student is registered at the old school again and the seat is free. Refuses other authorities
 * (not found) and states before the approval (conflict).
 */
export const reverseTransfer = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; reason: string },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { transfer } = await transferInVoice(tx, ctx, id, ["authority"]);
    const now = ctx.clock.now();
    const moved = transfer.state === "moved";
    const after = await moveTransfer(tx, ctx, transfer, {
      action: "reverse",
      who: "authority",
      reason: input.reason,
      version: input.version,
    });
    await tx.transferDecision.create({
      data: {
        id: newId(now.getTime()),
        transferId: id,
        step: "city",
        outcome: "reverse",
        reason: input.reason,
        organizationId: ctx.actor.organizationId,
        personId: ctx.actor.personId,
        name: ctx.actor.name,
        createdAt: now,
      },
    });
    if (moved) {
      await returnToOldSchool(tx, ctx, transfer);
      await endRegistration(tx, ctx, transfer.identityKey);
      await openRegistration(tx, ctx, {
        identityKey: transfer.identityKey,
        studentId: transfer.studentId,
        name: transfer.studentName,
        schoolId: transfer.fromSchoolId,
        cause: "returned",
        transferId: id,
      });
    }
    return { state: after.state };
  });
