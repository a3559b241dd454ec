import type { Person } from "~/identity/actor";
import { type Aside, type AsideEffect, type AsideReason, effectOf, holdsOn } from "~/matching/rules/asides";
import { read } from "~/platform/db/client.server";

/** Through what a reader sees suggestions: the usual order with what the organization said, or the plain one. */
export type Lens = { personalised: boolean; asides: readonly Aside[] };

/** The lens of one organization, with what it called the suggestions it spoke of. */
export type OrganizationLens = {
  personalised: boolean;
  asides: readonly (Aside & { title: string; note: string | null })[];
};

/** Nobody's: the usual order, nothing said. */
export const NO_LENS: Lens = { personalised: true, asides: [] };

/** What an organization can have said at once. */
export const MOST_ASIDES = 300;

/** What an organization said of its suggestions, newest first, at most 300; its own, never another's. */
export const asidesOf = async (organizationId: string) =>
  read.matchAside.findMany({
    where: { organizationId },
    orderBy: { createdAt: "desc" },
    take: MOST_ASIDES,
  });

/** How a signed-in person sees suggestions. Goes in: the person and the organization acted for. */
export const lensOf = async ({
  personId,
  organizationId,
}: Pick<Person, "personId" | "organizationId">): Promise<OrganizationLens> => {
  if (!organizationId) return { personalised: true, asides: [] };
  const [setting, said] = await Promise.all([
    read.matchSetting.findUnique({ where: { personId }, select: { personalised: true } }),
    asidesOf(organizationId),
  ]);
  const asides = said.map((row) => ({ ...row, reason: row.reason as AsideReason }));
  return { personalised: setting?.personalised ?? true, asides };
};

/** How many of the things said a page shows. */
const SHOWN = 30;

/** What was said, for the page that lists it: the newest 30, each with what it does. */
export type SaidView = {
  personalised: boolean;
  total: number;
  said: {
    id: string;
    title: string;
    reason: AsideReason;
    note: string | null;
    effect: AsideEffect;
    holds: boolean;
  }[];
};

/** Shapes a lens for its page. Goes in: the lens, today's civil date. */
export const saidView = ({ personalised, asides }: OrganizationLens, today: string): SaidView => ({
  personalised,
  total: asides.length,
  said: asides.slice(0, SHOWN).map((aside) => ({
    id: aside.id,
    title: aside.title,
    reason: aside.reason,
    note: aside.note,
    effect: effectOf(aside),
    holds: holdsOn(aside, today),
  })),
});
