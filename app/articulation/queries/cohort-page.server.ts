import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { isId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { cohortFor, stagesOf } from "../pathway-access.server";
import { partsOf } from "../plan.server";
import { refuseImporting } from "../policy";
import { type PathwayState, TEACHING } from "../rules/lifecycle";
import { MOST_ROWS } from "../schema";
import { cohortFigures } from "./cohort-figures.server";

const MOST_CLASSES = 40;

/** Classes of the roll that began in the cohort's year, with how many study there. */
const classesOf = async (schoolId: string, entryYear: number) => {
  const rows = await read.student.groupBy({
    by: ["className"],
    where: { organizationId: schoolId, state: "active", entryYear },
    orderBy: { className: "asc" },
    take: MOST_CLASSES,
    _count: { _all: true },
  });
  return rows.map((row) => ({ name: row.className, count: row._count._all }));
};

/**
 * One cohort for somebody who may look into it, or null. The school of the roll reads its members with scores; the school of
 * the second stage the names of those who passed and no others; an enterprise or an authority figures alone. At most sixty
 * members a page, in the order of their entry; those without a result alone where that is asked.
 */
export const cohortPage = async (
  ctx: PersonCtx,
  pathwayId: string,
  id: string,
  at: { after: string | null; open: boolean },
) => {
  const found = await cohortFor(read, ctx.actor, pathwayId, id);
  if (!found) return null;
  const { pathway, cohort, keeps } = found;
  const { organization } = ctx.actor;
  const stages = await stagesOf(read, pathwayId);
  const receives = !keeps && stages[1].schoolId === ctx.actor.organizationId;
  const members =
    keeps || receives
      ? await read.articulationMember.findMany({
          where: {
            cohortId: id,
            ...(receives ? { state: "passed" } : at.open ? { state: "studying" } : {}),
            ...(at.after && isId(at.after) ? { id: { gt: at.after } } : {}),
          },
          orderBy: { id: "asc" },
          take: MOST_ROWS + 1,
        })
      : [];
  const shown = members.slice(0, MOST_ROWS);
  const [students, figures, classes, passed] = await Promise.all([
    read.student.findMany({
      where: { id: { in: shown.map((one) => one.studentId) } },
      select: { id: true, name: true, studentNumber: true, className: true },
    }),
    cohortFigures(pathwayId, ctx.actor.organizationId ?? ""),
    keeps ? classesOf(cohort.schoolId, cohort.intakeYear) : [],
    keeps ? read.articulationMember.count({ where: { cohortId: id, state: "passed" } }) : 0,
  ]);
  const today = civilDate(ctx.clock.now());
  return {
    id,
    pathwayId,
    title: pathway.title,
    version: cohort.version,
    intakeYear: cohort.intakeYear,
    examinationOn: cohort.examinationOn,
    sat: cohort.examinationOn <= today,
    open: keeps ? cohort.open : null,
    enrolled: keeps ? cohort.enrolled : null,
    teaches: TEACHING.includes(pathway.state as PathwayState),
    keeps,
    imports: keeps && organization !== null && refuseImporting({ organization }) === null,
    receives,
    parts: partsOf(pathway),
    passBp: pathway.examPassBp,
    /** how many more passed than the second stage has seats */
    overSeats: Math.max(0, passed - stages[1].quota),
    seats: stages[1].quota,
    figure: figures.find((one) => one.id === id) ?? null,
    classes,
    members: shown.map((row) => {
      const student = students.find((one) => one.id === row.studentId);
      return {
        id: row.id,
        version: row.version,
        name: student?.name ?? "",
        number: keeps ? (student?.studentNumber ?? "") : "",
        className: keeps ? (student?.className ?? "") : "",
        state: row.state,
        reasonCode: keeps ? row.reasonCode : "",
        totalBp: keeps ? row.totalBp : null,
        scores: keeps ? (JSON.parse(row.scores) as (number | null)[]) : [],
      };
    }),
    next: members.length > MOST_ROWS ? (shown.at(-1)?.id ?? null) : null,
  };
};

export type CohortPageData = NonNullable<Awaited<ReturnType<typeof cohortPage>>>;
