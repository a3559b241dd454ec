import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { MemberCtx } from "../actor";
import { refuseManagingMembers } from "../policy";

/** Takes an invitation of one's own organization back. Refuses another's (not found) and one already used. */
export const withdrawInvitation = async (
  ctx: MemberCtx,
  input: { invitation: string },
): Promise<Result<null>> => {
  const refusal = refuseManagingMembers(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const withdrawn = await tx.linkToken.updateMany({
      where: { id: input.invitation, organizationId, purpose: "invitation", usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock.now() },
    });
    if (withdrawn.count === 0) return reject({ code: "not_found", key: "errors.notFound" });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "member.invitation_withdrawn",
      payload: { invitationId: input.invitation },
      audience: [organizationId],
    });
    return null;
  });
};
