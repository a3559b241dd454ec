import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, type Result } from "~/platform/result";
import type { MemberCtx, Role } from "../actor";
import { refuseManagingMembers } from "../policy";
import { isRoleOf, leavesNoOwner } from "../rules/roles";

/**
 * Gives a member of one's organization another role. Goes in: the membership, the role and the version the page
 * showed. Refuses who is no owner, another organization's membership (not found), a role this kind of organization
 * does not have, a stale version, and taking the role from the last owner.
 */
export const changeRole = async (
  ctx: MemberCtx,
  input: { membership: string; role: Role; version: number },
): Promise<Result<null>> => {
  const refusal = refuseManagingMembers(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const { organization, organizationId } = ctx.actor;
  return decide(async (tx) => {
    const membership = await tx.membership.findFirst({
      where: { id: input.membership, organizationId, endedAt: null },
    });
    if (!membership) return reject({ code: "not_found", key: "errors.notFound" });
    if (!isRoleOf(organization.kind, input.role)) {
      return reject(invalidField("role", "identity.errors.roleNotHere").refusal);
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
        input.role,
      )
    ) {
      return reject({ code: "blocked", key: "identity.errors.lastOwner" });
    }
    const changed = await tx.membership.updateMany({
      where: { id: membership.id, version: input.version },
      data: { role: input.role, version: { increment: 1 } },
    });
    if (changed.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "member.role_changed",
      payload: { personId: membership.personId, from: membership.role, role: input.role },
      audience: [organizationId],
    });
    return null;
  });
};
