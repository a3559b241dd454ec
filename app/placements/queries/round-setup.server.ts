import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";

const MOST_LISTINGS = 120;
const MOST_COHORTS = 100;

const partnersOf = async (schoolId: string): Promise<Set<string>> => {
  const own = await read.agreementParty.findMany({
    where: { organizationId: schoolId, state: "active" },
    take: 300,
    select: { agreementId: true },
  });
  const parties = await read.agreementParty.findMany({
    where: { agreementId: { in: own.map(({ agreementId }) => agreementId) } },
    take: 1_000,
    select: { organizationId: true },
  });
  return new Set(parties.map(({ organizationId }) => organizationId).filter((id) => id !== schoolId));
};

/** The categories whose seats may be reserved or limited in a round, with words to choose them by. */
export const categoriesOf = async (
  roundId: string,
  categoryBy: string,
): Promise<{ value: string; label: string }[]> => {
  if (categoryBy === "none") return [];
  const schools = await read.roundSchool.findMany({
    where: { roundId, state: { in: ["lead", "joined", "invited"] } },
    take: 30,
    select: { schoolId: true },
  });
  const ids = schools.map(({ schoolId }) => schoolId);
  if (categoryBy === "school") {
    const rows = await read.organization.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true },
    });
    return rows.map(({ id, name }) => ({ value: id, label: name }));
  }
  const rows = await read.programme.findMany({
    where: { organizationId: { in: ids }, closedAt: null },
    orderBy: { majorCode: "asc" },
    take: 300,
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ value: id, label: name }));
};

/**
 * Listings a school may take into a draft round: published offers of internships and apprenticeships that start after the
 * result and name a class of majors the school teaches, partners under an agreement first. In: who looks, the round. Out:
 * at most 120 listings with what is already chosen.
 */
export const listingsForRound = async (ctx: MemberCtx, round: { id: string; publishOn: string }) => {
  const schoolId = ctx.actor.organizationId;
  const programmes = await read.programme.findMany({
    where: { organizationId: schoolId, closedAt: null },
    take: 300,
    select: { majorCode: true },
  });
  const [chosen, partners] = await Promise.all([
    read.roundSlot.findMany({ where: { roundId: round.id }, take: 300 }),
    partnersOf(schoolId),
  ]);
  const majors = [...new Set(programmes.map(({ majorCode }) => majorCode))];
  const families = await read.listingMajor.findMany({
    where: { majorCode: { in: majors } },
    distinct: ["family"],
    take: 100,
    select: { family: true },
  });
  const listings = await read.listing.findMany({
    where: {
      state: "published",
      direction: "offer",
      kind: { in: ["internship", "apprenticeship"] },
      startsOn: { gt: round.publishOn },
      OR: [
        { majors: { some: { family: { in: families.map(({ family }) => family) } } } },
        { id: { in: chosen.map(({ listingId }) => listingId) } },
      ],
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: MOST_LISTINGS,
  });
  const hosts = await read.organization.findMany({
    where: { id: { in: listings.map(({ organizationId }) => organizationId) } },
    select: { id: true, name: true },
  });
  return listings
    .map((listing) => {
      const slot = chosen.find(({ listingId }) => listingId === listing.id);
      const [reservedFor, reserved] =
        Object.entries(JSON.parse(slot?.reserved ?? "{}") as Record<string, number>)[0] ?? [];
      const [quotaFor, quota] =
        Object.entries(JSON.parse(slot?.quotas ?? "{}") as Record<string, number>)[0] ?? [];
      return {
        id: listing.id,
        title: listing.title,
        host: hosts.find(({ id }) => id === listing.organizationId)?.name ?? "",
        startsOn: listing.startsOn,
        endsOn: listing.endsOn,
        free: Math.max(0, (listing.seats ?? 0) - listing.seatsTaken),
        partner: partners.has(listing.organizationId),
        taken: slot !== undefined,
        capacity: slot?.capacity ?? null,
        reserved: reserved ?? null,
        reservedFor: reservedFor ?? null,
        quota: quota ?? null,
        quotaFor: quotaFor ?? null,
      };
    })
    .filter(({ free, taken }) => free > 0 || taken)
    .sort((a, b) => Number(b.taken) - Number(a.taken) || Number(b.partner) - Number(a.partner));
};

/** The cohorts of a school's roll with how many active students each has, and which are in the round. */
export const cohortsForRound = async (ctx: MemberCtx, roundId: string) => {
  const organizationId = ctx.actor.organizationId;
  const [groups, programmes, entered] = await Promise.all([
    read.student.groupBy({
      by: ["programmeId", "entryYear"],
      where: { organizationId, state: "active" },
      orderBy: [{ programmeId: "asc" }, { entryYear: "asc" }],
      take: MOST_COHORTS,
      _count: { _all: true },
    }),
    read.programme.findMany({ where: { organizationId }, take: 300, select: { id: true, name: true } }),
    read.roundStudent.findMany({
      where: { roundId, schoolId: organizationId },
      take: 3_000,
      select: { studentId: true },
    }),
  ]);
  const inRound = new Map<string, number>();
  for (let at = 0; at < entered.length; at += 500) {
    const rows = await read.student.groupBy({
      by: ["programmeId", "entryYear"],
      where: { id: { in: entered.slice(at, at + 500).map(({ studentId }) => studentId) } },
      _count: { _all: true },
    });
    for (const row of rows) {
      const key = `${row.programmeId}:${row.entryYear}`;
      inRound.set(key, (inRound.get(key) ?? 0) + row._count._all);
    }
  }
  return groups.map(({ programmeId, entryYear, _count }) => {
    const value = `${programmeId}:${entryYear}`;
    return {
      value,
      programme: programmes.find(({ id }) => id === programmeId)?.name ?? "",
      entryYear,
      students: _count._all,
      entered: inRound.get(value) ?? 0,
    };
  });
};
