import type { Tx } from "~/platform/db/gate.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { leavesNoOwner } from "../rules/roles";

const mayEnd = async (tx: Tx, ctx: PersonCtx, organizationId: string): Promise<boolean> =>
  (await tx.membership.count({
    where: { personId: ctx.actor.personId, organizationId, role: "owner", endedAt: null },
  })) > 0;

/**
 * Ends a membership: an owner removes a member of the organization they act for, or anybody leaves one of their own.
 * Goes in: the membership and the version the page showed. Refuses another organization's membership (not found), who
 * is neither owner nor the member (forbidden), a stale version, and the last owner.
 */
export const endMembership = (
  ctx: PersonCtx,
  input: { membership: string; version: number },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const membership = await tx.membership.findFirst({ where: { id: input.membership, endedAt: null } });
    const own = membership?.personId === ctx.actor.personId;
    if (!membership || (!own && membership.organizationId !== ctx.actor.organizationId)) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    const { organizationId } = membership;
    if (!own && !(await mayEnd(tx, ctx, organizationId))) {
      return reject({ code: "forbidden", key: "identity.errors.notOwner" });
    }
    const owners = await tx.membership.findMany({
      where: { organizationId, role: "owner", endedAt: null },
      select: { id: true },
      take: 2,
    });
    if (
      leavesNoOwner(
        owners.map((owner) => owner.id),
        membership.id,
        null,
      )
    ) {
      return reject({ code: "blocked", key: "identity.errors.lastOwner" });
    }
    const ended = await tx.membership.updateMany({
      where: { id: membership.id, version: input.version },
      data: { endedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    if (ended.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: own ? "member.left" : "member.ended",
      payload: { personId: membership.personId, role: membership.role },
      audience: [organizationId],
    });
    return null;
  });
