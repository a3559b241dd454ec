import { redirect } from "@remix-run/node";
import { Lucia, TimeSpan } from "lucia";
import type { ActorSnapshot, Ctx } from "~/platform/command";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import type { RequestFacts } from "~/platform/http/context";
import { throwRefusal } from "~/platform/http/respond.server";
import { newId } from "~/platform/id";
import { systemClock } from "~/platform/time/clock";
import type { Member, MemberCtx, OrganizationKind, Person, PersonCtx, Role } from "./actor";
import { luciaAdapter } from "./lucia-adapter.server";
import { type FirstThing, firstThing, isStrict, STRICT_IDLE_MINUTES } from "./rules/strong-account";
import { recordSignIn } from "./sign-in-record.server";
import type { SignInWay } from "./sign-in-way";

type SessionAttributes = {
  publicId: string;
  currentOrganizationId: string | null;
  ip: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
};

type UserAttributes = {
  name: string;
  language: string;
  isOperator: boolean;
  passwordChangedAt: Date | null;
  secondStep: boolean;
};

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof create>;
    DatabaseUserAttributes: UserAttributes;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

/** Idle for ten days ends a session; using it moves the end, never beyond thirty days from sign-in. House rule. */
const ABSOLUTE_MS = 30 * 86_400_000;

/** How exactly "last used" is known; finer would turn every page read into a write. */
const SEEN_EVERY_MS = 10 * 60_000;
const STRICT_SEEN_EVERY_MS = 60_000;

const create = () =>
  new Lucia(luciaAdapter, {
    sessionExpiresIn: new TimeSpan(10, "d"),
    sessionCookie: {
      name: "bridge_session",
      // The cookie outlives the session: its end is decided by the stored row, which moves as the session is used.
      expires: false,
      attributes: { secure: config().baseUrl.startsWith("https://"), sameSite: "lax", path: "/" },
    },
    getUserAttributes: (user) => user,
    getSessionAttributes: (session) => session,
  });

let instance: ReturnType<typeof create> | null = null;
const lucia = () => {
  instance ??= create();
  return instance;
};

const actors = new WeakMap<object, Promise<Person | null>>();

/** The signed-in person of a request, looked up once per request. */
export const personOf = (request: Request, facts: RequestFacts): Promise<Person | null> => {
  let found = actors.get(facts);
  if (!found) {
    found = load(request);
    actors.set(facts, found);
  }
  return found;
};

const load = async (request: Request): Promise<Person | null> => {
  const id = lucia().readSessionCookie(request.headers.get("Cookie") ?? "");
  if (!id) return null;
  const { session, user } = await lucia().validateSession(id);
  if (!session || !user) return null;
  if (Date.now() - session.createdAt.getTime() > ABSOLUTE_MS) {
    await lucia().invalidateSession(id);
    return null;
  }
  const memberships = await read.membership.findMany({
    where: { personId: user.id, endedAt: null },
    orderBy: { createdAt: "asc" },
    take: 50,
    include: { organization: { select: { id: true, kind: true, name: true, state: true } } },
  });
  const kinds = memberships.map((m) => m.organization.kind);
  const strict = isStrict({ isOperator: user.isOperator, kinds });
  const idleMs = Date.now() - session.lastSeenAt.getTime();
  if (strict && idleMs > STRICT_IDLE_MINUTES * 60_000) {
    await lucia().invalidateSession(id);
    return null;
  }
  if (idleMs > (strict ? STRICT_SEEN_EVERY_MS : SEEN_EVERY_MS)) {
    await inTransaction((tx) =>
      tx.session.updateMany({ where: { publicId: session.publicId }, data: { lastSeenAt: new Date() } }),
    );
  }
  const first = firstThing(
    { ...user, strict, secondFactor: user.secondStep, demo: config().demo },
    new Date(),
  );
  const current =
    memberships.find((m) => m.organizationId === session.currentOrganizationId) ?? memberships[0] ?? null;
  return {
    kind: "person",
    personId: user.id,
    name: user.name,
    language: user.language,
    isOperator: user.isOperator,
    sessionPublicId: session.publicId,
    ...(first ? { first } : {}),
    organizationId: current?.organizationId ?? null,
    organization: current
      ? {
          id: current.organization.id,
          kind: current.organization.kind as OrganizationKind,
          name: current.organization.name,
          verified: current.organization.state === "verified",
          role: current.role as Role,
        }
      : null,
  };
};

const signInFirst = (request: Request): never => {
  const url = new URL(request.url);
  const returnTo = request.method === "GET" ? `${url.pathname}${url.search}` : url.pathname;
  throw redirect(`/login?returnTo=${encodeURIComponent(returnTo)}`);
};

/** Where a strict account is put in order, before any other page of signed-in work opens. */
const FIRST_PAGES: Record<FirstThing, string> = {
  secondFactor: "/account/second-step",
  password: "/account/password",
};

const putInOrder = (request: Request, first: FirstThing | undefined): void => {
  if (first && new URL(request.url).pathname !== FIRST_PAGES[first]) throw redirect(FIRST_PAGES[first], 303);
};

/**
 * The context of a signed-in person's command; an anonymous visitor is led to sign in and back, and somebody whose
 * account must be strong to the page that makes it so.
 */
export const requirePerson = async (request: Request, facts: RequestFacts): Promise<PersonCtx> => {
  const actor = (await personOf(request, facts)) ?? signInFirst(request);
  putInOrder(request, actor.first);
  return { actor, clock: systemClock, requestId: facts.requestId };
};

/**
 * The context of a person acting for an organization. Refuses (403, with the reason) a person without one, or whose
 * organization is of another kind than the page is for.
 */
export const requireMember = async (
  request: Request,
  facts: RequestFacts,
  kinds?: readonly OrganizationKind[],
): Promise<MemberCtx> => {
  const ctx = await requirePerson(request, facts);
  const { organization } = ctx.actor;
  if (!organization || (kinds && !kinds.includes(organization.kind))) {
    return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  }
  return { ...ctx, actor: { ...ctx.actor, organization, organizationId: organization.id } satisfies Member };
};

/** The context of the platform operator. Everybody else is told the page does not exist. */
export const requireOperator = async (request: Request, facts: RequestFacts): Promise<PersonCtx> => {
  const ctx = await requirePerson(request, facts);
  if (!ctx.actor.isOperator) throwRefusal({ code: "not_found", key: "errors.notFound" });
  return ctx;
};

const ANONYMOUS: ActorSnapshot = { kind: "anonymous", personId: null, organizationId: null, name: "" };

/** The context of a command anybody may call (registering, asking for a reset). */
export const anonymousCtx = (facts: RequestFacts): Ctx => ({
  actor: ANONYMOUS,
  clock: systemClock,
  requestId: facts.requestId,
});

/**
 * Signs a person in on this browser and records it where they see it. Goes in: who, the request's facts, how they proved
 * themselves and the secret of the device cookie where there is one. Comes out: the Set-Cookie value.
 */
export const openSession = async (
  personId: string,
  facts: RequestFacts,
  proof: { by: SignInWay; device: string | null } = { by: "link", device: null },
): Promise<string> => {
  const now = new Date();
  const { ip } = facts;
  const userAgent = facts.userAgent.slice(0, 300);
  const publicId = newId();
  await inTransaction((tx) =>
    recordSignIn(tx, anonymousCtx(facts), { personId, session: publicId, ip, userAgent, ...proof }),
  );
  const session = await lucia().createSession(personId, {
    publicId,
    currentOrganizationId: null,
    ip,
    userAgent,
    createdAt: now,
    lastSeenAt: now,
  });
  return lucia().createSessionCookie(session.id).serialize();
};

/** Ends this browser's session. Comes out: the Set-Cookie value that clears it. */
export const closeSession = async (request: Request): Promise<string> => {
  const id = lucia().readSessionCookie(request.headers.get("Cookie") ?? "");
  if (id) await lucia().invalidateSession(id);
  return lucia().createBlankSessionCookie().serialize();
};
