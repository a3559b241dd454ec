import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement, refreshParties } from "../agreement-work.server";

/**
 * Records a review both sides held: what was found and what comes next. Goes in: the agreement, its date, both texts.
 * Comes out: its id. Refuses one in the future or before the agreement took effect, and one of an agreement that is over.
 */
export const holdReview = (
  ctx: MemberCtx,
  agreementId: string,
  input: { heldOn: string; findings: string; next: string },
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const agreement = await ownAgreement(tx, ctx, agreementId);
    const at = ctx.clock.now();
    const today = civilDate(at);
    if (!["active", "suspended"].includes(agreement.state))
      reject({ code: "blocked", key: "agreements.errors.notRunning" });
    if (input.heldOn > today || input.heldOn < (agreement.effectiveOn ?? today)) {
      reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "heldOn", key: "agreements.errors.reviewDate" }],
      });
    }
    const id = newId(at.getTime());
    await tx.agreementReview.create({
      data: {
        id,
        agreementId,
        ...input,
        organizationId: ctx.actor.organizationId,
        authorName: ctx.actor.name,
        createdAt: at,
      },
    });
    await recordAgreement(tx, ctx, agreementId, "agreement.review_held", {
      heldOn: input.heldOn,
      by: ctx.actor.organization.name,
    });
    await refreshParties(tx, agreementId, today);
    return { id };
  });
