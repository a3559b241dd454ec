import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import type { OrganizationKind, Role } from "../actor";
import { emailOf } from "../mails.server";
import { maskEmail } from "../rules/mask-email";

const MAX_PEOPLE = 20;
const MAX_ORGANIZATIONS = 20;

const SHOWN = {
  id: true,
  name: true,
  emailSealed: true,
  isOperator: true,
  lockedAt: true,
  lockedReason: true,
  createdAt: true,
  version: true,
  secondFactor: { select: { confirmedAt: true } },
  memberships: {
    where: { endedAt: null },
    orderBy: { createdAt: "asc" },
    take: MAX_ORGANIZATIONS,
    select: { role: true, organization: { select: { id: true, name: true, kind: true } } },
  },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

const rowOf = (id: string) => read.person.findUnique({ where: { id }, select: SHOWN });

const shown = (row: Row) => ({
  id: row.id,
  name: row.name,
  email: maskEmail(emailOf(row)),
  isOperator: row.isOperator,
  lockedAt: row.lockedAt?.toISOString() ?? null,
  lockedReason: row.lockedReason,
  createdAt: row.createdAt.toISOString(),
  version: row.version,
  secondStep: Boolean(row.secondFactor?.confirmedAt),
  organizations: row.memberships.map(({ role, organization }) => ({
    id: organization.id,
    name: organization.name,
    kind: organization.kind as OrganizationKind,
    role: role as Role,
  })),
});

/** A person as the operator finds them: the address masked, with organizations and roles. */
export type FoundPerson = ReturnType<typeof shown>;

/**
 * People for the operator. Goes in: a whole e-mail address, or the beginning of a name. Comes out: at most twenty, by
 * name, addresses masked; `more` when there are others.
 */
export const searchPeople = async (q: string): Promise<{ people: FoundPerson[]; more: boolean }> => {
  const where = q.includes("@")
    ? { emailHash: lookupHash("person.email", q) }
    : { name: { gte: q, lt: `${q}\u{10ffff}` } };
  const rows = await read.person.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MAX_PEOPLE + 1,
    select: SHOWN,
  });
  return { people: rows.slice(0, MAX_PEOPLE).map(shown), more: rows.length > MAX_PEOPLE };
};

/** One person for the operator, the address masked; null when there is none. */
export const foundPerson = async (id: string): Promise<FoundPerson | null> => {
  const row = await rowOf(id);
  return row && shown(row);
};
