import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";
import { mayEditProfile } from "../policy";
import { nextState } from "../rules/organization-lifecycle";

/**
 * Takes the own profile back before the operator decided, to correct it. Goes in: the version it was read at. Refuses a
 * viewer (forbidden), a profile that does not wait (blocked) and a stale version (conflict).
 */
export const withdrawSubmission = async (
  ctx: MemberCtx,
  input: { version: number },
): Promise<Result<{ state: string }>> => {
  const organizationId = ctx.actor.organizationId;
  const stored = await read.organization.findUnique({
    where: { id: organizationId },
    select: { state: true },
  });
  if (!stored) return notFound();
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  return decide(async (tx) => {
    const state =
      nextState(stored.state, "withdraw") ??
      reject({ code: "blocked", key: "organizations.refused.notSubmitted" });
    const now = ctx.clock.now();
    const written = await tx.organization.updateMany({
      where: { id: organizationId, version: input.version, state: stored.state },
      data: { state, updatedAt: now, version: { increment: 1 } },
    });
    if (written.count === 0) stale();
    await tx.verificationReview.updateMany({
      where: { organizationId, decision: null },
      data: { decision: "withdrawn", decidedBy: ctx.actor.personId, decidedAt: now },
    });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "organization.withdrawn",
      payload: {},
      audience: [organizationId],
    });
    return { state };
  });
};
