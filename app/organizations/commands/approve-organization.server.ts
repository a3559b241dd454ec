import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { decidedMail } from "../mails.server";
import { peopleWhoAct } from "../people-who-act.server";
import { mayReview } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { nextState } from "../rules/organization-lifecycle";
import { indexOrganization } from "../search-index.server";
import { mergeUnclaimed } from "./merge-unclaimed.server";

/**
 * Confirms that an organization is who it says. Goes in: the review's id and a remark for the record, if any. Comes
 * out: how many unclaimed public profiles were merged into it. The organization appears in the public list and may
 * publish; its people are told by mail. Refuses anybody but the operator (not found) and a review that was decided or
 * withdrawn meanwhile (conflict).
 */
export const approveOrganization = async (
  ctx: PersonCtx,
  input: { reviewId: string; reason?: string },
): Promise<Result<{ merged: number }>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  const review = await read.verificationReview.findUnique({
    where: { id: input.reviewId },
    select: { organization: true },
  });
  if (!review) return notFound();
  const { organization } = review;
  const labels = await labelsOf(organization);
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const state =
      nextState(organization.state, "approve") ??
      reject({ code: "conflict", key: "organizations.refused.decided" });
    const decided = await tx.verificationReview.updateMany({
      where: { id: input.reviewId, decision: null },
      data: {
        decision: "approved",
        reason: input.reason ?? null,
        decidedBy: ctx.actor.personId,
        decidedAt: now,
      },
    });
    if (decided.count === 0) reject({ code: "conflict", key: "organizations.refused.decided" });
    const written = await tx.organization.updateMany({
      where: { id: organization.id, state: organization.state },
      data: { state, verifiedAt: now, updatedAt: now, version: { increment: 1 } },
    });
    if (written.count === 0) stale();
    const merged = organization.kind === "school" ? await mergeUnclaimed(tx, ctx, organization) : 0;
    await indexOrganization(tx, organization.id, labels);
    await record(tx, ctx, {
      subject: { type: "organization", id: organization.id },
      name: "organization.approved",
      payload: { review: input.reviewId, reason: input.reason, merged },
      audience: [organization.id],
    });
    const decision = {
      key: input.reviewId,
      organization: organization.name,
      outcome: "approved" as const,
      reason: input.reason ?? "",
      notes: 0,
    };
    await enqueue(
      tx,
      ctx,
      (await peopleWhoAct(tx, organization.id)).map((reader) => decidedMail(reader, decision)),
    );
    return { merged };
  });
};
