import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { endRegistration, openRegistration } from "../registration.server";
import { returnToOldSchool } from "../roll-move.server";
import { transferInVoice } from "../transfer-access.server";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The original school takes its former student back, or says why not. Goes in: transfer, version, outcome, reason. Comes out:
 * the state. Taken back, the registration and both rolls are as before the move and the seat is free.
 */
export const decideReturn = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; outcome: "approve" | "refuse"; reason?: string | undefined },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { transfer } = await transferInVoice(tx, ctx, id, ["sending"]);
    const { version, outcome, reason } = input;
    const now = ctx.clock.now();
    await tx.transferDecision.create({
      data: {
        id: newId(now.getTime()),
        transferId: id,
        step: "original",
        outcome,
        reason: reason ?? "",
        organizationId: ctx.actor.organizationId,
        personId: ctx.actor.personId,
        name: ctx.actor.name,
        createdAt: now,
      },
    });
    const taken = outcome === "approve";
    const after = await moveTransfer(tx, ctx, transfer, {
      action: taken ? "confirmReturn" : "refuseReturn",
      who: "sending",
      version,
      ...(taken ? { data: { reason: transfer.reason } } : { reason }),
    });
    if (taken) {
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
