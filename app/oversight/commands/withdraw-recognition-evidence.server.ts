import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";

/** Takes back an entry of one's own evidence: it no longer counts and stays on record. Refuses another organization's (not found). */
export const withdrawRecognitionEvidence = (ctx: MemberCtx, evidenceId: string): Promise<Result<null>> =>
  decide(async (tx) => {
    const { organizationId } = ctx.actor;
    if (!mayWrite(ctx.actor)) return reject({ code: "forbidden", key: "alerts.errors.roleOnly" });
    const { count } = await tx.recognitionEvidence.updateMany({
      where: { id: evidenceId, organizationId, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock.now() },
    });
    if (count === 0) return reject({ code: "not_found", key: "errors.notFound" });
    await record(tx, ctx, {
      subject: { type: "recognition", id: organizationId },
      name: "recognition.evidence_withdrawn",
      payload: { evidenceId },
      audience: [organizationId],
    });
    return null;
  });
