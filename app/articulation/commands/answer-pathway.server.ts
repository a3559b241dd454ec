import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { audienceOf, movePathwayRow, pathwayInVoice } from "../pathway-moves.server";
import { refuseAnswering } from "../policy";

/**
 * A partner confirms a proposed pathway or declines it with a reason. Goes in: the pathway, its version, the answer. Comes
 * out: the state; with the last confirmation it is "confirmed" and goes to the authority, with a decline it is a draft again
 * and every other partner's word is cleared. Refuses those who are not partners (not found), a second answer and a pathway
 * that is not proposed (conflict), declining without a reason (beside the field).
 */
export const answerPathway = async (
  ctx: MemberCtx,
  id: string,
  input: { version: number; outcome: "confirm" | "decline"; reason?: string | undefined },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const pathway = await pathwayInVoice(tx, ctx, id, "partner");
    const refusal = refuseAnswering(ctx.actor);
    if (refusal) return reject(refusal);
    if (pathway.state !== "proposed") return reject({ code: "conflict", key: "articulation.errors.notNow" });
    const confirm = input.outcome === "confirm";
    if (!confirm && !input.reason)
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "reason", key: "articulation.errors.reason" }],
      });
    if (pathway.version !== input.version) return stale();
    const { count } = await tx.articulationPartner.updateMany({
      where: { pathwayId: id, organizationId: ctx.actor.organizationId, state: "asked" },
      data: {
        state: confirm ? "confirmed" : "declined",
        answeredBy: ctx.actor.name,
        answeredAt: ctx.clock.now(),
        reason: confirm ? "" : (input.reason ?? ""),
      },
    });
    if (count === 0) return reject({ code: "conflict", key: "articulation.errors.answered" });
    if (!confirm) {
      return {
        state: await movePathwayRow(tx, ctx, pathway, {
          action: "decline",
          who: "partner",
          version: input.version,
          reason: input.reason,
        }),
      };
    }
    await record(tx, ctx, {
      subject: { type: "articulationPathway", id },
      name: "articulation.confirmed",
      payload: { title: pathway.title, by: ctx.actor.organization.name },
      audience: await audienceOf(tx, pathway),
    });
    const waiting = await tx.articulationPartner.count({
      where: { pathwayId: id, state: { not: "confirmed" } },
    });
    if (waiting > 0) return { state: pathway.state };
    return {
      state: await movePathwayRow(tx, ctx, pathway, {
        action: "settle",
        who: "machine",
        version: input.version,
      }),
    };
  });
