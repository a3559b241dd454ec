import { openField } from "~/platform/crypto/fields.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import type { MemberCtx, Role } from "../actor";
import { issueLink } from "../links.server";
import { invitationMail } from "../mails.server";
import { refuseManagingMembers } from "../policy";

/**
 * Mails an invitation of one's own organization again with a new link and a new seven days; the old link stops
 * working. Works for an expired one too. Refuses another's (not found), one used or withdrawn, and who is no owner.
 */
export const resendInvitation = async (
  ctx: MemberCtx,
  input: { invitation: string },
): Promise<Result<{ invitationId: string }>> => {
  const refusal = refuseManagingMembers(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const { organization, organizationId } = ctx.actor;
  return decide(async (tx) => {
    const old = await tx.linkToken.findFirst({
      where: { id: input.invitation, organizationId, purpose: "invitation", usedAt: null, withdrawnAt: null },
    });
    if (!old?.emailSealed || !old.role) return reject({ code: "not_found", key: "errors.notFound" });
    await tx.linkToken.update({ where: { id: old.id }, data: { withdrawnAt: ctx.clock.now() } });
    const email = openField("link.email", old.emailSealed);
    const language = old.language ?? ctx.actor.language;
    const role = old.role as Role;
    const link = await issueLink(tx, ctx, "invitation", {
      email,
      language,
      organizationId,
      role,
      invitedBy: ctx.actor.personId,
    });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "member.invitation_resent",
      payload: { invitationId: link.id, replaces: old.id, role },
      audience: [organizationId],
    });
    await enqueue(tx, ctx, [
      invitationMail({
        linkId: link.id,
        token: link.token,
        email,
        language,
        inviter: ctx.actor.name,
        organization: organization.name,
        role,
      }),
    ]);
    return { invitationId: link.id };
  });
};
