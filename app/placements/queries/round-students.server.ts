import { read } from "~/platform/db/client.server";

const PAGE = 50;

/**
 * The students one school entered into a round, by code, fifty a page: who has chosen, how many choices, and who wrote
 * them down. In: round, school, the code after which to go on, whether only those without choices. Out: rows and the
 * next key.
 */
export const roundStudents = async (
  roundId: string,
  schoolId: string,
  { after, silent }: { after: string | null; silent: boolean },
) => {
  const rows = await read.roundStudent.findMany({
    where: {
      roundId,
      schoolId,
      ...(silent ? { chosenAt: null } : {}),
      ...(after ? { code: { gt: after } } : {}),
    },
    orderBy: { code: "asc" },
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  const ids = page.map(({ studentId }) => studentId);
  const [students, choices] = await Promise.all([
    read.student.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, studentNumber: true, className: true, personId: true },
    }),
    read.roundChoice.groupBy({
      by: ["studentId"],
      where: { roundId, studentId: { in: ids } },
      _count: { _all: true },
    }),
  ]);
  return {
    rows: page.flatMap((entered) => {
      const student = students.find(({ id }) => id === entered.studentId);
      return student
        ? [
            {
              id: student.id,
              name: student.name,
              number: student.studentNumber,
              className: student.className,
              account: student.personId !== null,
              choices: choices.find(({ studentId }) => studentId === student.id)?._count._all ?? 0,
              chosenBy: entered.chosenBy,
            },
          ]
        : [];
    }),
    next: rows.length > PAGE ? (page.at(-1)?.code ?? null) : null,
  };
};
