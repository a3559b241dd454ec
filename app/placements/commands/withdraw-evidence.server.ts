import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { clearRefusal } from "../gate-policy";

/**
 * Takes a document back that should not have opened a gate; it stays on file with the reason, and the gates it opened
 * close. Goes in: its id and the reason. Refuses another school's (not found), staff who only look (forbidden), one taken
 * back before (conflict), and a missing reason.
 */
export const withdrawEvidence = (
  ctx: MemberCtx,
  id: string,
  input: { reason: string },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const schoolId = ctx.actor.organizationId;
    const found = await tx.gateEvidence.findFirst({ where: { id, schoolId } });
    if (!found) return reject(notFound().refusal);
    const refusal = clearRefusal(ctx.actor);
    if (refusal) reject(refusal);
    if (!input.reason.trim()) reject(invalidField("reason", "errors.required").refusal);
    const { count } = await tx.gateEvidence.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock.now(), withdrawReason: input.reason.slice(0, 500) },
    });
    if (count === 0) stale();
    await record(tx, ctx, {
      subject: { type: "gate_evidence", id },
      name: "gate_evidence.withdrawn",
      payload: { kind: found.kind, reason: input.reason.slice(0, 500) },
      audience: [schoolId],
    });
    return { id };
  });
