import type { OrganizationKind, Person, Role } from "~/identity/actor";
import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import type { Language } from "~/platform/i18n/words";

/** Organizations one calendar covers. */
const MOST = 10;

/** Since when a person has a calendar address; null without one. The address itself is kept nowhere. */
export const calendarKeyOf = (personId: string): Promise<{ createdAt: Date } | null> =>
  read.calendarKey.findUnique({ where: { personId }, select: { createdAt: true } });

/**
 * Whose deadlines a calendar address shows: its person, once for each organization they now belong to. In: the secret of
 * the address. Out: null for an unknown, revoked or locked one. Nobody reads as operator here.
 */
export const calendarReaders = async (
  token: string,
): Promise<{ language: Language; readers: Person[] } | null> => {
  const key = await read.calendarKey.findUnique({ where: { tokenHash: hashToken(token) } });
  const person = key && (await read.person.findUnique({ where: { id: key.personId } }));
  if (!person || person.lockedAt) return null;
  const memberships = await read.membership.findMany({
    where: { personId: person.id, endedAt: null },
    orderBy: { createdAt: "asc" },
    take: MOST,
    include: { organization: { select: { id: true, kind: true, name: true, state: true } } },
  });
  const readers = memberships.map(
    ({ organization, role }): Person => ({
      kind: "person",
      personId: person.id,
      name: person.name,
      language: person.language,
      isOperator: false,
      sessionPublicId: "",
      organizationId: organization.id,
      organization: {
        id: organization.id,
        kind: organization.kind as OrganizationKind,
        name: organization.name,
        verified: organization.state === "verified",
        role: role as Role,
      },
    }),
  );
  return { language: person.language === "en" ? "en" : "zh-CN", readers };
};

const AHEAD = 50;

/** The last open days of an organization's published listings from `today` on, soonest first, at most 50. */
export const lastOpenDays = (organizationId: string, today: string) =>
  read.listing.findMany({
    where: { organizationId, state: "published", openUntil: { gte: today } },
    orderBy: { openUntil: "asc" },
    take: AHEAD,
    select: { id: true, title: true, openUntil: true },
  });
