import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { peopleWhoAct } from "../people-who-act.server";
import { mayReview } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { isInForce, mayDecideAppeal, stateAfterLift } from "../rules/trust-terms";
import { indexOrganization } from "../search-index.server";
import { trustMail } from "../trust-mails.server";

/**
 * Decides on a block: upholds it against an appeal, or lifts it, which gives the organization back the state it had.
 * Goes in: the block, the outcome and the reason the organization reads. Comes out: the organization's state. Refuses
 * anybody but the operator (not found), upholding where nobody appealed, a block that is lifted (conflict), and an appeal
 * decided by whoever blocked without a note of twenty characters (beside the field).
 */
export const decideBlock = async (
  ctx: PersonCtx,
  input: { blockId: string; outcome: "upheld" | "lifted"; reason: string },
): Promise<Result<{ state: string }>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  const block = await read.organizationBlock.findUnique({ where: { id: input.blockId } });
  if (!block) return notFound();
  const { outcome, reason } = input;
  if (block.state === "appealed" && !mayDecideAppeal(block.blockedBy, ctx.actor.personId, reason)) {
    return invalidField("reason", "trust.errors.ownBlock");
  }
  const organization = await read.organization.findUniqueOrThrow({ where: { id: block.organizationId } });
  const labels = await labelsOf(organization);
  return decide(async (tx) => {
    const fits = outcome === "upheld" ? block.state === "appealed" : isInForce(block.state);
    if (!fits) return reject({ code: "conflict", key: "trust.refused.decided" });
    const now = ctx.clock.now();
    const decided = await tx.organizationBlock.updateMany({
      where: { id: block.id, state: block.state },
      data: { state: outcome, decisionReason: reason, decidedBy: ctx.actor.personId, decidedAt: now },
    });
    if (decided.count === 0) return stale();
    const state = outcome === "lifted" ? stateAfterLift(block.stateBefore) : organization.state;
    if (outcome === "lifted") {
      const written = await tx.organization.updateMany({
        where: { id: organization.id, state: "blocked" },
        data: { state, updatedAt: now, version: { increment: 1 } },
      });
      if (written.count === 0) return stale();
      await indexOrganization(tx, organization.id, labels);
    }
    await record(tx, ctx, {
      subject: { type: "organization", id: organization.id },
      name: outcome === "lifted" ? "organization.unblocked" : "organization.block_upheld",
      payload: { block: block.id, reason, same: block.blockedBy === ctx.actor.personId },
      audience: [organization.id],
    });
    await enqueue(
      tx,
      ctx,
      (await peopleWhoAct(tx, organization.id)).map((reader) =>
        trustMail(reader, {
          what: outcome,
          key: block.id,
          values: { organization: organization.name },
          quoted: [reason],
          link: "/organization/standing",
        }),
      ),
    );
    return { state };
  });
};
