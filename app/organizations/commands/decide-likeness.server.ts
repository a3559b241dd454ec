import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { mayReview } from "../policy";

/**
 * Sets a pair aside as harmless, with the reason on record; it comes back when the two share more. Goes in: the pair and
 * the note. Refuses anybody but the operator (not found) and a pair that is settled (conflict).
 */
export const decideLikeness = async (
  ctx: PersonCtx,
  input: { likenessId: string; note: string },
): Promise<Result<true>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  return decide(async (tx) => {
    const pair =
      (await tx.likeness.findUnique({ where: { id: input.likenessId } })) ?? reject(notFound().refusal);
    const decided = await tx.likeness.updateMany({
      where: { id: pair.id, state: "open" },
      data: {
        state: "cleared",
        note: input.note,
        decidedBy: ctx.actor.personId,
        decidedAt: ctx.clock.now(),
      },
    });
    if (decided.count === 0) return reject({ code: "conflict", key: "trust.refused.decided" });
    for (const id of [pair.aId, pair.bId]) {
      await record(tx, ctx, {
        subject: { type: "organization", id },
        name: "organization.likeness_decided",
        payload: { other: id === pair.aId ? pair.bId : pair.aId, note: input.note },
        audience: [],
      });
    }
    return true as const;
  });
};
