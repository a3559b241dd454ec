import { read } from "~/platform/db/client.server";
import { mayTell, type Progression, progression } from "../rules/results";

const MOST_COHORTS = 20;

export type CohortFigure = {
  id: string;
  intakeYear: number;
  enrolled: number | null;
  listed: number | null;
  examinationOn: string;
  /** null where it is withheld from this reader */
  figure: Progression | null;
};

/**
 * The cohorts of a pathway with their progression, newest first, at most twenty. Goes in: the pathway and who reads. Comes
 * out: figures; for anybody but the school whose students they are, counts of one to four people are withheld.
 */
export const cohortFigures = async (pathwayId: string, organizationId: string): Promise<CohortFigure[]> => {
  const cohorts = await read.articulationCohort.findMany({
    where: { pathwayId },
    orderBy: { intakeYear: "desc" },
    take: MOST_COHORTS,
  });
  const rows = await read.articulationMember.groupBy({
    by: ["cohortId", "state", "reasonCode"],
    where: { cohortId: { in: cohorts.map((one) => one.id) } },
    orderBy: { cohortId: "asc" },
    take: 1_000,
    _count: { _all: true },
  });
  return cohorts.map((cohort) => {
    const members = rows
      .filter((row) => row.cohortId === cohort.id)
      .flatMap((row) =>
        Array.from({ length: row._count._all }, () => ({ state: row.state, reasonCode: row.reasonCode })),
      );
    const figure = progression(cohort.enrolled, members);
    const own = cohort.schoolId === organizationId;
    const few = (count: number) => count > 0 && count < 5;
    return {
      id: cohort.id,
      intakeYear: cohort.intakeYear,
      enrolled: own || !few(cohort.enrolled) ? cohort.enrolled : null,
      listed: own ? members.length : null,
      examinationOn: cohort.examinationOn,
      figure: own || mayTell(figure) ? figure : null,
    };
  });
};
