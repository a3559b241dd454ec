import { read } from "~/platform/db/client.server";
import type { OrganizationKind, PersonCtx, Role } from "../actor";
import { emailOf } from "../mails.server";
import { deviceOf } from "../rules/device";

const MAX_SESSIONS = 50;
const MAX_ORGANIZATIONS = 50;

/** What the account page shows of the signed-in person: the account, its living sessions, its organizations. */
export const accountPage = async (ctx: PersonCtx) => {
  const { personId, sessionPublicId, organizationId } = ctx.actor;
  const now = ctx.clock.now();
  const [person, sessions, memberships] = await Promise.all([
    read.person.findUniqueOrThrow({ where: { id: personId } }),
    read.session.findMany({
      where: { personId, expiresAt: { gt: now } },
      orderBy: { lastSeenAt: "desc" },
      take: MAX_SESSIONS,
    }),
    read.membership.findMany({
      where: { personId, endedAt: null },
      orderBy: { createdAt: "asc" },
      take: MAX_ORGANIZATIONS,
      include: { organization: { select: { id: true, name: true, kind: true } } },
    }),
  ]);
  return {
    now: now.toISOString(),
    profile: {
      name: person.name,
      email: emailOf(person),
      language: person.language,
      version: person.version,
    },
    sessions: sessions.map((session) => ({
      id: session.publicId,
      ...deviceOf(session.userAgent),
      ip: session.ip,
      lastSeenAt: session.lastSeenAt.toISOString(),
      createdAt: session.createdAt.toISOString(),
      current: session.publicId === sessionPublicId,
    })),
    organizations: memberships.map((membership) => ({
      membershipId: membership.id,
      version: membership.version,
      id: membership.organization.id,
      name: membership.organization.name,
      kind: membership.organization.kind as OrganizationKind,
      role: membership.role as Role,
      acting: membership.organization.id === organizationId,
    })),
  };
};

export type AccountPage = Awaited<ReturnType<typeof accountPage>>;
