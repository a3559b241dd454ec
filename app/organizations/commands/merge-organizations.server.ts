import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { keepFormer } from "../former-identity.server";
import { mergeObstacles, moveCapacities, moveMembers } from "../merge-parts.server";
import { peopleWhoAct } from "../people-who-act.server";
import { mayReview } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { nextState } from "../rules/organization-lifecycle";
import { indexOrganization, unindexOrganization } from "../search-index.server";
import { trustMail } from "../trust-mails.server";
import { STANDING_DELIVERY } from "./block-organization.server";

/**
 * Makes two profiles of one body one. Goes in: the profile that ends with the version seen, the one that stays, and why.
 * Members, posts, programmes and students pass over at once, listings and enquiries within seconds; the old address leads
 * to the survivor, the old name and codes stay in its history and find it. Comes out: how many members passed. Refuses
 * anybody but the operator (not found), the same profile twice, different kinds, a survivor that is merged, blocked or
 * unclaimed (beside the field), a profile that has signed agreements or shares student numbers (blocked: the parties end
 * those first, or the survivor is the other one) and a stale version (conflict). A name is no code: nothing is merged by
 * itself but public profiles at approval.
 */
export const mergeOrganizations = async (
  ctx: PersonCtx,
  input: { organizationId: string; version: number; survivorId: string; reason: string },
): Promise<Result<{ members: number }>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  const { organizationId, survivorId, reason } = input;
  const [ending, survivor] = await Promise.all([
    read.organization.findUnique({ where: { id: organizationId } }),
    read.organization.findUnique({ where: { id: survivorId } }),
  ]);
  if (!ending) return notFound();
  if (!survivor || survivor.id === ending.id) return invalidField("survivor", "trust.errors.noSurvivor");
  if (survivor.kind !== ending.kind) return invalidField("survivor", "trust.errors.otherKind");
  if (!["draft", "submitted", "verified", "returned"].includes(survivor.state))
    return invalidField("survivor", "trust.errors.survivorState");
  const labels = await labelsOf(survivor);
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const state =
      nextState(ending.state, "merge") ?? reject({ code: "blocked", key: "trust.refused.notMergeable" });
    const { agreements, sameNumbers } = await mergeObstacles(tx, ending.id, survivor.id);
    if (agreements > 0 || sameNumbers > 0)
      return reject({
        code: "blocked",
        key: "trust.refused.obstacles",
        values: { agreements, sameNumbers },
      });
    const written = await tx.organization.updateMany({
      where: { id: ending.id, version: input.version, state: ending.state },
      data: {
        state,
        mergedIntoId: survivor.id,
        uscc: null,
        schoolCode: null,
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) return stale();
    const codes = {
      uscc: survivor.uscc ?? ending.uscc,
      schoolCode: survivor.schoolCode ?? ending.schoolCode,
    };
    const kept = await tx.organization.updateMany({
      where: { id: survivor.id, version: survivor.version },
      data: { ...codes, updatedAt: now, version: { increment: 1 } },
    });
    if (kept.count === 0) return stale();
    await keepFormer(
      tx,
      ending,
      { name: survivor.name, ...codes },
      {
        because: "merged",
        until: now,
        ownerId: survivor.id,
      },
    );
    await tx.formerIdentity.updateMany({
      where: { organizationId: ending.id },
      data: { organizationId: survivor.id },
    });
    await tx.organization.updateMany({
      where: { mergedIntoId: ending.id },
      data: { mergedIntoId: survivor.id },
    });
    await tx.verificationReview.updateMany({
      where: { organizationId: ending.id, decision: null },
      data: { decision: "withdrawn", decidedBy: ctx.actor.personId, decidedAt: now },
    });
    await tx.identityChange.updateMany({
      where: { organizationId: ending.id, decision: null },
      data: { decision: "withdrawn", decidedBy: ctx.actor.personId, decidedAt: now },
    });
    await tx.likeness.updateMany({
      where: { OR: [{ aId: ending.id }, { bId: ending.id }], state: "open" },
      data: { state: "acted", decidedBy: ctx.actor.personId, decidedAt: now, note: reason.slice(0, 300) },
    });
    const members = await moveMembers(tx, ending.id, survivor.id, now);
    await moveCapacities(tx, ending.id, survivor.id, now);
    await unindexOrganization(tx, ending.id);
    await indexOrganization(tx, survivor.id, labels);
    await record(tx, ctx, {
      subject: { type: "organization", id: ending.id },
      name: "organization.merged",
      payload: { into: survivor.id, name: ending.name, reason },
      audience: [],
    });
    await record(tx, ctx, {
      subject: { type: "organization", id: survivor.id },
      name: "organization.absorbed",
      payload: { from: ending.id, name: ending.name, reason, members },
      audience: [survivor.id],
    });
    const values = { organization: ending.name, survivor: survivor.name };
    await enqueue(tx, ctx, [
      {
        kind: STANDING_DELIVERY,
        key: `standing:merged:${ending.id}`,
        payload: { merged: ending.id, into: survivor.id },
      },
      ...(await peopleWhoAct(tx, survivor.id)).map((reader) =>
        trustMail(reader, {
          what: "merged",
          key: ending.id,
          values,
          quoted: [reason],
          link: "/organization/standing",
        }),
      ),
    ]);
    return { members };
  });
};
