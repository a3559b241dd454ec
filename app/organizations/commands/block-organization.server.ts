import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { peopleWhoAct } from "../people-who-act.server";
import { mayReview } from "../policy";
import { nextState } from "../rules/organization-lifecycle";
import type { BlockReason } from "../rules/trust-terms";
import { unindexOrganization } from "../search-index.server";
import { trustMail } from "../trust-mails.server";

/** The delivery by which other rooms take down what a blocked or merged organization shows. */
export const STANDING_DELIVERY = "organization.standing";

/**
 * Keeps an organization out, for a coded reason and facts it reads itself: it leaves the public list, may neither publish
 * nor enquire, a submission that waits is given back, its open listings are paused. Goes in: the organization, the version
 * seen, the reason and the facts. Comes out: the block's id. Its people are told by mail how to answer. Refuses anybody
 * but the operator (not found), an unclaimed, merged or already blocked one (blocked) and a stale version (conflict).
 */
export const blockOrganization = async (
  ctx: PersonCtx,
  input: { organizationId: string; version: number; reasonCode: BlockReason; facts: string },
): Promise<Result<{ blockId: string }>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  const { organizationId, reasonCode, facts } = input;
  const stored = await read.organization.findUnique({ where: { id: organizationId } });
  if (!stored) return notFound();
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const state =
      nextState(stored.state, "block") ?? reject({ code: "blocked", key: "trust.refused.notBlockable" });
    const written = await tx.organization.updateMany({
      where: { id: organizationId, version: input.version, state: stored.state },
      data: { state, updatedAt: now, version: { increment: 1 } },
    });
    if (written.count === 0) stale();
    const blockId = newId(now.getTime());
    await tx.organizationBlock.create({
      data: {
        id: blockId,
        organizationId,
        reasonCode,
        facts,
        stateBefore: stored.state,
        blockedBy: ctx.actor.personId,
        blockedAt: now,
        state: "in_force",
      },
    });
    await tx.verificationReview.updateMany({
      where: { organizationId, decision: null },
      data: { decision: "returned", reason: facts, decidedBy: ctx.actor.personId, decidedAt: now },
    });
    await tx.likeness.updateMany({
      where: { OR: [{ aId: organizationId }, { bId: organizationId }], state: "open" },
      data: { state: "acted", decidedBy: ctx.actor.personId, decidedAt: now, note: facts.slice(0, 300) },
    });
    await unindexOrganization(tx, organizationId);
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "organization.blocked",
      payload: { block: blockId, code: reasonCode, reason: facts },
      audience: [organizationId],
    });
    const values = { organization: stored.name };
    await enqueue(tx, ctx, [
      { kind: STANDING_DELIVERY, key: `standing:${blockId}`, payload: { blocked: organizationId } },
      ...(await peopleWhoAct(tx, organizationId)).map((reader) =>
        trustMail(reader, {
          what: "blocked",
          key: blockId,
          values,
          quoted: [facts],
          link: "/organization/standing",
        }),
      ),
    ]);
    return { blockId };
  });
};
