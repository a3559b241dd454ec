import { read } from "~/platform/db/client.server";
import type { OrganizationKind, PersonCtx, Role } from "../actor";
import { emailOf } from "../mails.server";
import { deviceOf } from "../rules/device";
import { passwordAge } from "../rules/password-age";
import { roughNetwork } from "../rules/rough-network";
import type { SignInRow, SignInWay } from "../sign-in-way";

const MAX_SESSIONS = 50;
const MAX_ORGANIZATIONS = 50;
const MAX_SIGN_INS = 20;

type Recorded = {
  by?: SignInWay;
  session?: string;
  newDevice?: boolean;
  browser?: string | null;
  system?: string | null;
  network?: string | null;
};

const signInOf = (event: { id: string; at: Date; payload: string }, current: string): SignInRow => {
  const told = JSON.parse(event.payload) as Recorded;
  return {
    id: event.id,
    at: event.at.toISOString(),
    by: told.by ?? "password",
    browser: told.browser ?? null,
    system: told.system ?? null,
    network: told.network ?? null,
    newDevice: told.newDevice ?? false,
    current: told.session === current,
  };
};

/** The newest sign-ins of a person, at most twenty, newest first; `current` is the session that looks. */
export const signInsOf = async (personId: string, current: string): Promise<SignInRow[]> => {
  const events = await read.event.findMany({
    where: { subjectType: "person", subjectId: personId, name: "person.signed_in" },
    orderBy: { sequence: "desc" },
    take: MAX_SIGN_INS,
    select: { id: true, at: true, payload: true },
  });
  return events.map((event) => signInOf(event, current));
};

/**
 * What the account page shows of the signed-in person: the account, its living sessions, its newest sign-ins, its
 * organizations, whether the second step is on, and for operators how their password stands.
 */
export const accountPage = async (ctx: PersonCtx) => {
  const { personId, sessionPublicId, organizationId } = ctx.actor;
  const now = ctx.clock.now();
  const [person, sessions, memberships, factor, signIns] = await Promise.all([
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
    read.secondFactor.findUnique({ where: { personId }, select: { confirmedAt: true } }),
    signInsOf(personId, sessionPublicId),
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
      network: roughNetwork(session.ip),
      lastSeenAt: session.lastSeenAt.toISOString(),
      createdAt: session.createdAt.toISOString(),
      current: session.publicId === sessionPublicId,
    })),
    secondStep: Boolean(factor?.confirmedAt),
    passwordAge: person.isOperator ? passwordAge(person.passwordChangedAt, now) : null,
    signIns,
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
