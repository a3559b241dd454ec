import { read } from "~/platform/db/client.server";
import { FINISHED } from "../rules/lifecycle";
import {
  graduationOn,
  OUTCOME_DEFINITIONS,
  type OutcomeFact,
  type OutcomeMonth,
  outcomeShares,
} from "../rules/outcome-definitions";

/** Whose graduates: schools and, if wanted, one programme. */
export type OutcomeScope = { schoolIds: readonly string[]; programmeId?: string };

/** Graduates looked at in one figure. */
const MOST_GRADUATES = 20_000;
const PART = 500;
const CITY = 4;

type Taught = { id: string; level: string };

/** The graduates of a year of some programmes, at most 20,000 an entry year: id, school, programme and how to reach them. */
export const graduatesOf = async (programmes: readonly Taught[], year: number) => {
  const students = [];
  for (let back = 3; back <= 4; back += 1) {
    const some = programmes.filter(({ level }) => graduationOn(year - back, level).startsWith(`${year}-`));
    students.push(
      ...(await read.student.findMany({
        where: { programmeId: { in: some.map(({ id }) => id) }, entryYear: year - back, state: "graduated" },
        orderBy: { id: "asc" },
        take: MOST_GRADUATES,
        select: {
          id: true,
          organizationId: true,
          programmeId: true,
          name: true,
          personId: true,
          emailSealed: true,
        },
      })),
    );
  }
  return students;
};

/**
 * The shares of the graduates of a year at a month: 毕业去向落实率, 对口率, 本地就业率, 留用率, each with numerator,
 * denominator, unknown and excluded, small cells hidden (`outcomeShares`). Goes in: the scope, the month and the year of
 * graduation. Comes out: the figures, how many graduates and the version of the definitions they follow.
 */
export const outcomeFigures = async ({
  scope,
  month,
  year,
}: {
  scope: OutcomeScope;
  month: OutcomeMonth;
  year: number;
}) => {
  const [schools, programmes] = await Promise.all([
    read.organization.findMany({
      where: { id: { in: [...scope.schoolIds] } },
      select: { id: true, regionCode: true },
    }),
    read.programme.findMany({
      where: {
        organizationId: { in: [...scope.schoolIds] },
        ...(scope.programmeId ? { id: scope.programmeId } : {}),
      },
      select: { id: true, level: true },
    }),
  ]);
  const students = await graduatesOf(programmes, year);
  const facts: OutcomeFact[] = [];
  for (let at = 0; at < students.length; at += PART) {
    const part = students.slice(at, at + PART);
    const ids = { in: part.map(({ id }) => id) };
    const [outcomes, placements] = await Promise.all([
      read.graduateOutcome.findMany({ where: { studentId: ids, month, stands: true } }),
      read.placement.findMany({
        where: { studentId: ids, state: { in: [...FINISHED] } },
        distinct: ["studentId"],
        select: { studentId: true },
      }),
    ]);
    const said = new Map(outcomes.map((one) => [one.studentId, one]));
    const placed = new Set(placements.map((one) => one.studentId));
    for (const { id, organizationId } of part) {
      const one = said.get(id);
      facts.push({
        destination: one?.destination ?? null,
        sameUnit: one?.sameUnit ?? null,
        matched: one?.matched === "yes" || one?.matched === "no" ? one.matched : null,
        regionCode: one?.regionCode ?? null,
        schoolCity: schools.find((school) => school.id === organizationId)?.regionCode.slice(0, CITY) ?? "",
        placed: placed.has(id),
      });
    }
  }
  return {
    graduates: facts.length,
    definitions: OUTCOME_DEFINITIONS.version,
    shares: outcomeShares(facts),
  };
};
