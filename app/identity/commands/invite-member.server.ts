import { lookupHash } from "~/platform/crypto/fields.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { invalidField, type Result } from "~/platform/result";
import type { MemberCtx, Role } from "../actor";
import { issueLink } from "../links.server";
import { invitationMail } from "../mails.server";
import { refuseManagingMembers } from "../policy";
import { isRoleOf } from "../rules/roles";

/** Invitations of one organization that may wait at a time. House rule. */
const MAX_WAITING = 200;

/**
 * Invites somebody by mail to act for one's organization. Goes in: e-mail address and role. Comes out: the invitation's
 * id; the link is mailed and works for seven days. Refuses who is no owner, a role this kind of organization does not
 * have, a present member, and an address whose invitation still waits.
 */
export const inviteMember = async (
  ctx: MemberCtx,
  input: { email: string; role: Role; submissionKey?: string | undefined },
): Promise<Result<{ invitationId: string }>> => {
  const { organization, organizationId } = ctx.actor;
  const refusal = refuseManagingMembers(ctx.actor);
  if (refusal) return { ok: false, refusal };
  if (!isRoleOf(organization.kind, input.role)) return invalidField("role", "identity.errors.roleNotHere");
  const emailHash = lookupHash("person.email", input.email);
  const now = ctx.clock.now();
  const waiting = {
    organizationId,
    purpose: "invitation",
    usedAt: null,
    withdrawnAt: null,
    expiresAt: { gt: now },
  };
  return decide((tx) =>
    once(tx, ctx, input.submissionKey, { email: emailHash, role: input.role }, async () => {
      const person = await tx.person.findUnique({
        where: { emailHash },
        select: {
          language: true,
          memberships: { where: { organizationId, endedAt: null }, select: { id: true } },
        },
      });
      if (person && person.memberships.length > 0) {
        return reject(invalidField("email", "identity.errors.alreadyMember").refusal);
      }
      if (await tx.linkToken.findFirst({ where: { ...waiting, emailHash }, select: { id: true } })) {
        return reject(invalidField("email", "identity.errors.alreadyInvited").refusal);
      }
      if ((await tx.linkToken.count({ where: waiting })) >= MAX_WAITING) {
        return reject({
          code: "limited",
          key: "identity.errors.tooManyInvitations",
          values: { max: MAX_WAITING },
        });
      }
      const language = person?.language ?? ctx.actor.language;
      const link = await issueLink(tx, ctx, "invitation", {
        email: input.email,
        language,
        organizationId,
        role: input.role,
        invitedBy: ctx.actor.personId,
      });
      await record(tx, ctx, {
        subject: { type: "organization", id: organizationId },
        name: "member.invited",
        payload: { invitationId: link.id, role: input.role },
        audience: [organizationId],
      });
      await enqueue(tx, ctx, [
        invitationMail({
          linkId: link.id,
          token: link.token,
          email: input.email,
          language,
          inviter: ctx.actor.name,
          organization: organization.name,
          role: input.role,
        }),
      ]);
      return { invitationId: link.id };
    }),
  );
};
