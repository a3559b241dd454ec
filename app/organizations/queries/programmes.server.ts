import { catalogue } from "~/catalogues/queries/catalogue.server";
import { read } from "~/platform/db/client.server";
import type { ListedCohort, ListedProgramme } from "../shapes";

const cohorts = { orderBy: { entryYear: "desc" as const }, take: 12 };

type Row = Awaited<ReturnType<typeof read.programme.findMany>>[number] & {
  cohorts: ListedCohort[];
};

const shaped = (row: Row) => ({
  id: row.id,
  version: row.version,
  majorCode: row.majorCode,
  level: row.level,
  name: row.name,
  seats: row.seats,
  practiceShare: row.practiceShareBp === null ? null : row.practiceShareBp / 100,
  introduction: row.introduction,
  closed: row.closedAt !== null,
  cohorts: row.cohorts.map(({ entryYear, students, practiceFrom, practiceTo }) => ({
    entryYear,
    students,
    practiceFrom,
    practiceTo,
  })),
});

/** Programmes of an organization, open ones first, by major code, at most 300. */
export const programmesOf = async (organizationId: string, onlyOpen = false): Promise<ListedProgramme[]> => {
  const { majors } = await catalogue();
  const rows = await read.programme.findMany({
    where: { organizationId, ...(onlyOpen ? { closedAt: null } : {}) },
    orderBy: [{ closedAt: "asc" }, { majorCode: "asc" }],
    take: 300,
    include: { cohorts },
  });
  return rows.map((row) => ({ ...shaped(row), major: majors.get(row.majorCode)?.name ?? row.majorCode }));
};

/** One programme of the own organization as its form shows it, or null when it is not theirs. */
export const ownProgramme = async (organizationId: string, id: string) => {
  const row = await read.programme.findFirst({ where: { id, organizationId }, include: { cohorts } });
  if (!row) return null;
  const major = (await catalogue()).majors.get(row.majorCode);
  return { ...shaped(row), major: major ? `${major.code} ${major.name}` : row.majorCode };
};
