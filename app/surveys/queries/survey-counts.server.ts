import { read } from "~/platform/db/client.server";
import type { Counts } from "../rules/comparison";
import { FEWEST_TOLD, type QuestionFigure, questionFigure } from "../rules/figures";
import type { Audience } from "../rules/template";
import { overallOf } from "../rules/template";

type Row = { questionId: string; choice: number; _sum: { count: number | null } };

const asCounts = (rows: readonly Row[]): Counts => {
  const found = new Map<string, Map<number, number>>();
  for (const { questionId, choice, _sum } of rows) {
    const counts = found.get(questionId) ?? new Map<number, number>();
    counts.set(choice, _sum.count ?? 0);
    found.set(questionId, counts);
  }
  return found;
};

/**
 * What was counted of a survey, of all its schools together or of one. Goes in: survey, school (null for all). Comes out:
 * counts by question and step; empty before the count, and where under five answered: such counts are not kept.
 */
export const surveyCounts = async (surveyId: string, schoolId: string | null): Promise<Counts> => {
  const rows = await read.surveyCount.groupBy({
    by: ["questionId", "choice"],
    where: { surveyId, ...(schoolId === null ? {} : { schoolId }) },
    _sum: { count: true },
  });
  return asCounts(rows);
};

const NOBODY: ReadonlyMap<number, number> = new Map();

/** The overall figure of several counted surveys, of all schools together or of one. Goes in: surveys with their audience. */
export const overallFigures = async (
  surveys: readonly { id: string; audience: string }[],
  schoolId: string | null,
): Promise<Map<string, QuestionFigure>> => {
  const rows = await read.surveyCount.groupBy({
    by: ["surveyId", "questionId", "choice"],
    where: {
      surveyId: { in: surveys.map(({ id }) => id) },
      questionId: { in: surveys.map(({ audience }) => overallOf(audience as Audience)) },
      ...(schoolId === null ? {} : { schoolId }),
    },
    _sum: { count: true },
  });
  return new Map(
    surveys.map(({ id, audience }) => {
      const counts = asCounts(rows.filter((row) => row.surveyId === id)).get(overallOf(audience as Audience));
      return [id, questionFigure(counts ?? NOBODY)];
    }),
  );
};

export type SchoolResult = {
  id: string;
  name: string;
  invited: number;
  answered: number;
  withheld: string;
  figure: QuestionFigure;
};

/**
 * The schools of an authority's survey: response and, once counted, the overall figure where it is told apart; the least
 * satisfied first, those without a figure last. At most a thousand.
 */
export const schoolResults = async (survey: { id: string; audience: string }): Promise<SchoolResult[]> => {
  const schools = await read.surveySchool.findMany({ where: { surveyId: survey.id }, take: 1_000 });
  const [names, counts] = await Promise.all([
    read.organization.findMany({
      where: { id: { in: schools.map(({ schoolId }) => schoolId) } },
      select: { id: true, name: true },
    }),
    read.surveyCount.findMany({
      where: { surveyId: survey.id, questionId: overallOf(survey.audience as Audience) },
      take: 5_000,
    }),
  ]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const share = ({ figure }: SchoolResult) => (figure.told ? figure.shareBp : 10_001);
  return schools
    .map((school): SchoolResult => {
      const mine = counts.filter(({ schoolId }) => schoolId === school.schoolId);
      const told = school.withheld === "" && school.answered >= FEWEST_TOLD;
      return {
        id: school.schoolId,
        name: nameOf.get(school.schoolId) ?? "",
        invited: school.byMail + school.onPaper,
        answered: school.answered,
        withheld: school.withheld,
        figure: told
          ? questionFigure(new Map(mine.map(({ choice, count }) => [choice, count])))
          : { told: false },
      };
    })
    .sort((a, b) => share(a) - share(b) || a.name.localeCompare(b.name, "zh-CN"));
};
