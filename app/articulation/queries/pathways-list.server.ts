import { regionRange } from "~/catalogues/rules/regions";
import type { Person } from "~/identity/actor";
import { schoolNames } from "~/pathways/queries/transfers-list.server";
import { authorityRegionOf } from "~/pathways/transfer-access.server";
import { read } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { ownStudents } from "../pathway-access.server";
import { type PathwayState, turnOf } from "../rules/lifecycle";

export type PathwaySide = "school" | "partner" | "authority" | "person";

const PAGE = 30;
const MOST_PARTNERED = 200;

/** What a person may see at all: an authority its region but for drafts, staff what they founded or take part in, others their own. */
const scopeOf = async (
  person: Person,
): Promise<{ side: PathwaySide; where: Prisma.ArticulationPathwayWhereInput }> => {
  const { organization } = person;
  if (organization === null || organization.role === "student") {
    const students = await ownStudents(read, person);
    const members = await read.articulationMember.findMany({
      where: { studentId: { in: students.map((one) => one.id) } },
      take: 40,
      select: { pathwayId: true },
    });
    return { side: "person", where: { id: { in: members.map((one) => one.pathwayId) } } };
  }
  const region = await authorityRegionOf(read, person);
  if (region !== null) {
    const { from, before } = regionRange(region);
    return {
      side: "authority",
      where: { regionCode: { gte: from, lt: before }, state: { not: "draft" } },
    };
  }
  const partnered = await read.articulationPartner.findMany({
    where: { organizationId: organization.id },
    orderBy: { pathwayId: "desc" },
    take: MOST_PARTNERED,
    select: { pathwayId: true },
  });
  const takesPart = { id: { in: partnered.map((one) => one.pathwayId) }, state: { not: "draft" } };
  return organization.kind === "school"
    ? { side: "school", where: { OR: [{ founderId: organization.id }, takesPart] } }
    : { side: "partner", where: takesPart };
};

/** Both stages of some pathways with the names of their schools, by pathway. */
export const stageLines = async (ids: readonly string[]) => {
  const stages = await read.articulationStage.findMany({
    where: { pathwayId: { in: [...ids] } },
    orderBy: [{ pathwayId: "asc" }, { position: "asc" }],
    take: ids.length * 2,
  });
  const names = await schoolNames(stages.flatMap((stage) => stage.schoolId ?? []));
  const named = stages.map((stage) => ({
    ...stage,
    school: stage.schoolId ? (names.get(stage.schoolId) ?? "") : "",
  }));
  return new Map(ids.map((id) => [id, named.filter((stage) => stage.pathwayId === id)]));
};

/**
 * One page of the pathways a person may see, newest first. Goes in: the person and the id after which to go on. Comes out:
 * at most thirty rows with both stages, whose turn it is, and the next key.
 */
export const pathwaysList = async (person: Person, after: string | null) => {
  const { side, where } = await scopeOf(person);
  const rows = await read.articulationPathway.findMany({
    where: { AND: [where, ...(after ? [{ id: { lt: after } }] : [])] },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  const lines = await stageLines(page.map((row) => row.id));
  return {
    side,
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    rows: page.map((row) => ({
      id: row.id,
      title: row.title,
      kind: row.kind,
      state: row.state,
      turn: turnOf(row.state as PathwayState),
      founded: row.founderId === person.organization?.id,
      filingNumber: row.filingNumber,
      stages: (lines.get(row.id) ?? []).map(({ school, majorName, quota, years, level }) => ({
        school,
        majorName,
        quota,
        years,
        level,
      })),
    })),
  };
};
