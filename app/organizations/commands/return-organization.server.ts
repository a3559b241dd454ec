import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, notFound, type Result, refuse } from "~/platform/result";
import { decidedMail } from "../mails.server";
import { peopleWhoAct } from "../people-who-act.server";
import { mayReview } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { nextState } from "../rules/organization-lifecycle";
import type { FieldNotes } from "../schema";
import { indexOrganization } from "../search-index.server";

/**
 * Gives a profile back to be mended, or takes a confirmation back. Goes in: the review's id, the reason, and notes
 * beside the fields at fault. Comes out: "returned" for a profile that waited, "revoked" for a verified one: its owner
 * may correct name and codes and submit again, and it may not publish until then. Its people are told by mail. Refuses
 * anybody but the operator (not found), a missing reason (beside the field) and a review decided meanwhile (conflict).
 */
export const returnOrganization = async (
  ctx: PersonCtx,
  input: { reviewId: string; reason?: string; notes: FieldNotes },
): Promise<Result<{ outcome: "returned" | "revoked" }>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  const review = await read.verificationReview.findUnique({
    where: { id: input.reviewId },
    select: { organization: true, decision: true },
  });
  if (!review) return notFound();
  const { reason } = input;
  if (!reason) return invalidField("reason", "organizations.errors.reasonNeeded");
  if (review.decision !== null && review.decision !== "approved")
    return refuse("conflict", "organizations.refused.decided");
  const { organization } = review;
  const labels = await labelsOf(organization);
  const outcome = review.decision === null ? ("returned" as const) : ("revoked" as const);
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const act = outcome === "returned" ? "return" : "revoke";
    const state =
      nextState(organization.state, act) ??
      reject({ code: "conflict", key: "organizations.refused.decided" });
    const decided = await tx.verificationReview.updateMany({
      where: { id: input.reviewId, decision: review.decision },
      data: {
        decision: outcome,
        reason,
        fieldNotes: JSON.stringify(input.notes),
        decidedBy: ctx.actor.personId,
        decidedAt: now,
      },
    });
    if (decided.count === 0) reject({ code: "conflict", key: "organizations.refused.decided" });
    const written = await tx.organization.updateMany({
      where: { id: organization.id, state: organization.state },
      data: { state, verifiedAt: null, updatedAt: now, version: { increment: 1 } },
    });
    if (written.count === 0) stale();
    await indexOrganization(tx, organization.id, labels);
    await record(tx, ctx, {
      subject: { type: "organization", id: organization.id },
      name: outcome === "returned" ? "organization.returned" : "organization.revoked",
      payload: { review: input.reviewId, reason, fields: Object.keys(input.notes) },
      audience: [organization.id],
    });
    const decision = {
      key: `${input.reviewId}:${now.getTime()}`,
      organization: organization.name,
      outcome,
      reason,
      notes: Object.keys(input.notes).length,
    };
    await enqueue(
      tx,
      ctx,
      (await peopleWhoAct(tx, organization.id)).map((reader) => decidedMail(reader, decision)),
    );
    return { outcome };
  });
};
