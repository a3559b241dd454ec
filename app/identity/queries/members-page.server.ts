import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { isId } from "~/platform/id";
import type { MemberCtx, Role } from "../actor";
import { emailOf } from "../mails.server";
import { maskEmail } from "../rules/mask-email";

const PAGE = 50;
const MAX_INVITATIONS = 200;

/**
 * The members of the actor's organization, oldest first, fifty at a time from after the given membership, and the
 * invitations that still wait. Owners read e-mail addresses in full, everybody else masked.
 */
export const membersPage = async (ctx: MemberCtx, after: string | null) => {
  const { organizationId, personId, organization } = ctx.actor;
  const owner = organization.role === "owner";
  const now = ctx.clock.now();
  const shownEmail = (email: string) => (owner ? email : maskEmail(email));
  const [members, invitations] = await Promise.all([
    read.membership.findMany({
      where: { organizationId, endedAt: null, ...(after && isId(after) ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: PAGE + 1,
      include: { person: { select: { name: true, emailSealed: true } } },
    }),
    owner
      ? read.linkToken.findMany({
          where: { organizationId, purpose: "invitation", usedAt: null, withdrawnAt: null },
          orderBy: { createdAt: "desc" },
          take: MAX_INVITATIONS,
        })
      : [],
  ]);
  const more = members.length > PAGE;
  return {
    now: now.toISOString(),
    members: members.slice(0, PAGE).map((member) => ({
      id: member.id,
      version: member.version,
      name: member.person.name,
      email: member.personId === personId ? emailOf(member.person) : shownEmail(emailOf(member.person)),
      role: member.role as Role,
      since: member.createdAt.toISOString(),
      self: member.personId === personId,
    })),
    next: more ? members[PAGE - 1]!.id : null,
    invitations: invitations.map((invitation) => ({
      id: invitation.id,
      email: invitation.emailSealed ? openField("link.email", invitation.emailSealed) : "",
      role: invitation.role as Role,
      sentAt: invitation.createdAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
      expired: invitation.expiresAt <= now,
    })),
  };
};

export type MembersPage = Awaited<ReturnType<typeof membersPage>>;
