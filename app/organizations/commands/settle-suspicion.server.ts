import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { mayReview } from "../policy";

/**
 * Closes a partner's report with a note on what was found. Goes in: the report and the note. Refuses anybody but the
 * operator (not found) and a report that is settled (conflict).
 */
export const settleSuspicion = async (
  ctx: PersonCtx,
  input: { suspicionId: string; note: string },
): Promise<Result<true>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  return decide(async (tx) => {
    const report =
      (await tx.suspicion.findUnique({ where: { id: input.suspicionId } })) ?? reject(notFound().refusal);
    const settled = await tx.suspicion.updateMany({
      where: { id: report.id, state: "open" },
      data: {
        state: "settled",
        note: input.note,
        settledBy: ctx.actor.personId,
        settledAt: ctx.clock.now(),
      },
    });
    if (settled.count === 0) return reject({ code: "conflict", key: "trust.refused.decided" });
    await record(tx, ctx, {
      subject: { type: "organization", id: report.organizationId },
      name: "organization.suspicion_settled",
      payload: { suspicion: report.id, note: input.note },
      audience: [],
    });
    return true as const;
  });
};
