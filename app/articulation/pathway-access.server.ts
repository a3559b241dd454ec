import { liesIn } from "~/catalogues/rules/regions";
import type { Person } from "~/identity/actor";
import { authorityRegionOf } from "~/pathways/transfer-access.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { isId } from "~/platform/id";

/** founder · partner: a school or enterprise that takes part · authority of the founder's region · student, guardian: on the way */
export type PathwayVoice = "founder" | "partner" | "authority" | "student" | "guardian";

const rowOf = (client: ReadClient, id: string) => client.articulationPathway.findUnique({ where: { id } });
export type PathwayRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

/** The rows of a person's own, or of the children they are guardian of. */
const onTheWay = async (client: ReadClient, person: Person, pathwayId: string): Promise<PathwayVoice[]> => {
  const members = await client.articulationMember.findMany({
    where: {
      pathwayId,
      studentId: {
        in: (await ownStudents(client, person)).map((one) => one.id),
      },
    },
    take: 20,
    select: { studentId: true },
  });
  if (members.length === 0) return [];
  const own = await client.student.findFirst({
    where: { id: { in: members.map((one) => one.studentId) }, personId: person.personId },
    select: { id: true },
  });
  return [own ? "student" : "guardian"];
};

/** The rows of rolls that are a person's own or of children in their care. */
export const ownStudents = async (
  reader: ReadClient | Tx,
  person: Person,
): Promise<{ id: string; name: string; own: boolean }[]> => {
  const client = reader as ReadClient;
  const children = await client.guardian.findMany({
    where: { personId: person.personId, endedAt: null },
    take: 20,
    select: { studentId: true },
  });
  const rows = await client.student.findMany({
    where: {
      OR: [{ personId: person.personId }, { id: { in: children.map((one) => one.studentId) } }],
      state: { not: "erased" },
    },
    take: 40,
    select: { id: true, name: true, personId: true },
  });
  return rows.map((row) => ({ id: row.id, name: row.name, own: row.personId === person.personId }));
};

/**
 * A pathway with the voices a person has towards it; null when to them there is none. A draft is its founder's alone; an
 * authority sees what lies in its region.
 */
export const pathwayFor = async (
  reader: ReadClient | Tx,
  person: Person,
  id: string,
): Promise<{ pathway: PathwayRow; voices: PathwayVoice[] } | null> => {
  if (!isId(id)) return null;
  const client = reader as ReadClient;
  const pathway = await rowOf(client, id);
  if (!pathway) return null;
  const { organization } = person;
  const staff = organization !== null && organization.role !== "student";
  const voices: PathwayVoice[] = [];
  if (staff && organization.id === pathway.founderId) voices.push("founder");
  if (pathway.state !== "draft") {
    if (staff) {
      const partner = await client.articulationPartner.findUnique({
        where: { pathwayId_organizationId: { pathwayId: id, organizationId: organization.id } },
      });
      if (partner) voices.push("partner");
      const region = await authorityRegionOf(client, person);
      if (region !== null && liesIn(region, pathway.regionCode)) voices.push("authority");
    }
    voices.push(...(await onTheWay(client, person, id)));
  }
  return voices.length === 0 ? null : { pathway, voices };
};

/** The two stages of a pathway, first one first. */
export const stagesOf = async (reader: ReadClient | Tx, pathwayId: string) => {
  const rows = await (reader as ReadClient).articulationStage.findMany({
    where: { pathwayId },
    orderBy: { position: "asc" },
    take: 2,
  });
  return rows as [(typeof rows)[number], (typeof rows)[number]];
};

export type CohortRow = NonNullable<Awaited<ReturnType<ReadClient["articulationCohort"]["findUnique"]>>>;

/**
 * A cohort of a pathway for somebody who may look into it: its own school, the school of the second stage, or an authority,
 * which sees figures alone. Null for anybody else.
 */
export const cohortFor = async (
  reader: ReadClient | Tx,
  person: Person,
  pathwayId: string,
  cohortId: string,
): Promise<{ pathway: PathwayRow; voices: PathwayVoice[]; cohort: CohortRow; keeps: boolean } | null> => {
  if (!isId(cohortId)) return null;
  const found = await pathwayFor(reader, person, pathwayId);
  if (!found) return null;
  const cohort = await (reader as ReadClient).articulationCohort.findUnique({ where: { id: cohortId } });
  if (!cohort || cohort.pathwayId !== pathwayId) return null;
  const staff = person.organization !== null && person.organization.role !== "student";
  if (!staff) return null;
  return { ...found, cohort, keeps: person.organization?.id === cohort.schoolId };
};
