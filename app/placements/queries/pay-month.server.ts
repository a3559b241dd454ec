import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { moverOf, placementScope } from "../placement-scope.server";
import { nextMonth, owedFen, payDueOn, payProblems } from "../rules/pay";
import { placementTerms } from "../terms";

/** Students of one month on one page, at most. */
const MOST = 500;

/**
 * A month's pay of all placements somebody looks after: a school's or a host's staff, a teacher, a mentor. Goes in: the
 * person, the month (null: the last one that is over), now. Comes out: sums and one row a student, those with something
 * wrong first, in four statements; null for everybody else.
 */
export const payMonth = async (actor: Person, wished: string | null, now: Date) => {
  const scope = await placementScope(read, actor);
  if (!scope || scope.as === "student" || scope.as === "guardian") return null;
  const today = civilDate(now);
  const last = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const month = wished && /^\d{4}-(0[1-9]|1[0-2])$/.test(wished) && `${wished}-01` <= today ? wished : last;
  const placements = await read.placement.findMany({
    where: {
      ...scope.where,
      startedOn: { not: null, lt: `${nextMonth(month)}-01` },
      endsOn: { gte: `${month}-01` },
      OR: [{ endedOn: null }, { endedOn: { gte: `${month}-01` } }],
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: MOST + 1,
  });
  const shown = placements.slice(0, MOST);
  const [records, students, sides] = await Promise.all([
    read.payRecord.findMany({
      where: { placementId: { in: shown.map((one) => one.id) }, month },
      take: MOST,
    }),
    read.student.findMany({
      where: { id: { in: shown.map((one) => one.studentId) } },
      select: { id: true, name: true, studentNumber: true },
    }),
    read.organization.findMany({
      where: { id: { in: [...new Set(shown.flatMap((one) => [one.hostId, one.schoolId]))] } },
      select: { id: true, shortName: true },
    }),
  ]);
  const recordOf = new Map(records.map((one) => [one.placementId, one]));
  const studentOf = new Map(students.map((one) => [one.id, one]));
  const nameOf = new Map(sides.map((one) => [one.id, one.shortName]));
  const bySchool = scope.as === "school" || scope.as === "teacher";
  const rows = shown.map((placement) => {
    const record = recordOf.get(placement.id) ?? null;
    const { payDay } = placementTerms.parse(JSON.parse(placement.terms));
    const agreedFen = record?.agreedFen ?? owedFen(placement, placement.payMonthlyFen ?? 0, month);
    const dueOn = record?.dueOn ?? payDueOn(month, payDay);
    const student = studentOf.get(placement.studentId);
    return {
      id: placement.id,
      student: student?.name ?? "",
      number: student?.studentNumber ?? "",
      other: nameOf.get(bySchool ? placement.hostId : placement.schoolId) ?? "",
      agreedFen,
      dueOn,
      paidFen: record?.paidFen ?? null,
      receipt: record?.receipt ?? null,
      problems: payProblems({ agreedFen, dueOn }, record, today),
    };
  });
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    as: scope.as,
    bySchool,
    month,
    before: addDays(`${month}-01`, -1).slice(0, 7),
    after: nextMonth(month) <= today.slice(0, 7) ? nextMonth(month) : null,
    more: placements.length > MOST,
    mayImport: scope.as === "school" || scope.as === "host" ? moverOf(scope.as, actor) !== null : false,
    owedFen: sum((row) => row.agreedFen),
    paidFen: sum((row) => row.paidFen ?? 0),
    entered: rows.filter((row) => row.paidFen !== null).length,
    wrong: rows.filter((row) => row.problems.length > 0).length,
    rows: rows.sort(
      (a, b) => b.problems.length - a.problems.length || a.student.localeCompare(b.student, "zh"),
    ),
  };
};
