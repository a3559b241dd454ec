import { emailOf } from "~/identity/mails.server";
import { graduationOn } from "~/placements/rules/outcome-definitions";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import type { Audience } from "./rules/template";

export type Address = { email: string; language: string };
export type Addresses = ReadonlyMap<string, readonly Address[]>;

/** Somebody a survey asks: whom, in which class, and where to write; without an address only paper reaches them. */
export type Invitee = { subjectId: string; className: string; addresses: readonly Address[] };

/** Roles of a school that count as its staff (教职工). */
const STAFF = ["owner", "coordinator", "teacher"];
/** Hosts are asked whose placements ended within so many days, or still run. */
const HOST_DAYS = 365;
/** Years from entry to graduation, of the levels there are. */
const YEARS_BACK = [3, 4];
/** People of one organization a letter goes to. */
const MOST_READERS = 30;

type Asked = { schoolId: string; on: string; after: string; take: number };
type Found = { people: { id: string; className: string }[]; last: string | null };

/** Students at work: those of placements that are running or paused. */
const studentsAtWork = async ({ schoolId, after, take }: Asked): Promise<Found> => {
  const rows = await read.placement.findMany({
    where: { schoolId, state: { in: ["in_progress", "paused"] }, studentId: { gt: after } },
    orderBy: { studentId: "asc" },
    take,
    select: { studentId: true },
  });
  const people = await read.student.findMany({
    where: { id: { in: [...new Set(rows.map(({ studentId }) => studentId))] }, state: "active" },
    orderBy: { id: "asc" },
    select: { id: true, className: true },
  });
  return { people, last: rows.at(-1)?.studentId ?? null };
};

/** Those who graduated in the calendar year before the survey's. */
const lastGraduates = async ({ schoolId, on, after, take }: Asked): Promise<Found> => {
  const year = Number(on.slice(0, 4)) - 1;
  const rows = await read.student.findMany({
    where: {
      organizationId: schoolId,
      state: "graduated",
      entryYear: { in: YEARS_BACK.map((back) => year - back) },
      id: { gt: after },
    },
    orderBy: { id: "asc" },
    take,
    select: { id: true, className: true, entryYear: true, programmeId: true },
  });
  const programmes = await read.programme.findMany({
    where: { id: { in: [...new Set(rows.map(({ programmeId }) => programmeId))] } },
    select: { id: true, level: true },
  });
  const levels = new Map(programmes.map(({ id, level }) => [id, level]));
  const people = rows.filter(({ entryYear, programmeId }) =>
    graduationOn(entryYear, levels.get(programmeId) ?? "").startsWith(String(year)),
  );
  return { people, last: rows.at(-1)?.id ?? null };
};

const guardians = async ({ schoolId, after, take }: Asked): Promise<Found> => {
  const rows = await read.guardian.findMany({
    where: { endedAt: null, student: { organizationId: schoolId, state: "active" }, id: { gt: after } },
    orderBy: { id: "asc" },
    take,
    select: { id: true, student: { select: { className: true } } },
  });
  const people = rows.map(({ id, student }) => ({ id, className: student.className }));
  return { people, last: rows.at(-1)?.id ?? null };
};

const staff = async ({ schoolId, after, take }: Asked): Promise<Found> => {
  const rows = await read.membership.findMany({
    where: { organizationId: schoolId, endedAt: null, role: { in: STAFF }, personId: { gt: after } },
    orderBy: { personId: "asc" },
    take,
    select: { personId: true },
  });
  const people = rows.map(({ personId }) => ({ id: personId, className: "" }));
  return { people, last: people.at(-1)?.id ?? null };
};

/** Hosts of the school's placements of the last twelve months. */
const hosts = async ({ schoolId, on, after, take }: Asked): Promise<Found> => {
  const rows = await read.placement.groupBy({
    by: ["hostId"],
    where: {
      schoolId,
      startedOn: { not: null },
      endsOn: { gte: addDays(on, -HOST_DAYS) },
      hostId: { gt: after },
    },
    orderBy: { hostId: "asc" },
    take,
  });
  const people = rows.map(({ hostId }) => ({ id: hostId, className: "" }));
  return { people, last: people.at(-1)?.id ?? null };
};

const FIND: Record<Audience, (asked: Asked) => Promise<Found>> = {
  student: studentsAtWork,
  graduate: lastGraduates,
  parent: guardians,
  teacher: staff,
  employer: hosts,
};

type Kept = { id: string; personId: string | null; emailSealed: string | null };

const accountsOf = async (ids: readonly (string | null)[]): Promise<Map<string, Address>> => {
  const people = await read.person.findMany({
    where: { id: { in: ids.filter((id): id is string => id !== null) } },
    select: { id: true, emailSealed: true, language: true },
  });
  return new Map(people.map((person) => [person.id, { email: emailOf(person), language: person.language }]));
};

/** The account's address, else the one the school keeps. */
const reach = async (
  rows: readonly Kept[],
  place: "student.email" | "guardian.email",
): Promise<Map<string, Address[]>> => {
  const accounts = await accountsOf(rows.map(({ personId }) => personId));
  return new Map(
    rows.map(({ id, personId, emailSealed }) => {
      const account = personId ? accounts.get(personId) : undefined;
      if (account) return [id, [account]];
      return [id, emailSealed ? [{ email: openField(place, emailSealed), language: "zh-CN" }] : []];
    }),
  );
};

const KEPT = { id: true, personId: true, emailSealed: true } as const;

/**
 * Where those of an audience are written to now. Goes in: the audience and ids. Comes out: their addresses; everybody who
 * acts for an organization gets its one link.
 */
export const addressesOf = async (audience: Audience, ids: readonly string[]): Promise<Addresses> => {
  const where = { id: { in: [...ids] } };
  if (audience === "student" || audience === "graduate")
    return reach(await read.student.findMany({ where, select: KEPT }), "student.email");
  if (audience === "parent")
    return reach(await read.guardian.findMany({ where, select: KEPT }), "guardian.email");
  if (audience === "teacher")
    return new Map([...(await accountsOf(ids))].map(([id, address]) => [id, [address]]));
  const members = await read.membership.findMany({
    where: { organizationId: { in: [...ids] }, endedAt: null, role: { in: ["owner", "coordinator"] } },
    orderBy: { createdAt: "asc" },
    take: MOST_READERS * ids.length,
    select: { personId: true, organizationId: true },
  });
  const accounts = await accountsOf(members.map(({ personId }) => personId));
  const found = new Map<string, Address[]>();
  for (const { personId, organizationId } of members) {
    const account = accounts.get(personId);
    if (account) found.set(organizationId, [...(found.get(organizationId) ?? []), account]);
  }
  return found;
};

/**
 * Those a survey asks at one school, from the records as they are, in the order of their ids. Goes in: audience, school, the
 * civil date, the id after which to go on, how many records to look at. Comes out: invitees, and the id to go on from; null
 * after the last one.
 */
export const inviteesAfter = async (
  audience: Audience,
  asked: Asked,
): Promise<{ invitees: Invitee[]; last: string | null }> => {
  const { people, last } = await FIND[audience](asked);
  const addresses = await addressesOf(
    audience,
    people.map(({ id }) => id),
  );
  const invitees = people.map(({ id, className }) => ({
    subjectId: id,
    className,
    addresses: addresses.get(id) ?? [],
  }));
  return { invitees, last };
};

/** Only somebody in a class can be handed a slip of paper. */
export const onPaper = (audience: Audience): boolean => audience === "student" || audience === "parent";
