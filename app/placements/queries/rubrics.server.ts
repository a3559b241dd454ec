import { catalogue } from "~/catalogues/queries/catalogue.server";
import { programmesOf } from "~/organizations/queries/programmes.server";
import { read } from "~/platform/db/client.server";
import { rubricOn } from "../assessment-record.server";
import { ALL_MAJORS, type RubricPart } from "../rules/assessment";

/** Versions shown, all majors together. */
const MOST_VERSIONS = 300;
/** Courses of a major shown as a help to name its competences. */
const MOST_COURSES = 12;

/**
 * The rubrics of a school: for each major it teaches (and for all of them) what is used today and what is set for later.
 * Goes in: the school, today. Comes out: one row a major, at most 300.
 */
export const rubricsOf = async (schoolId: string, today: string) => {
  const [programmes, versions] = await Promise.all([
    programmesOf(schoolId, true),
    read.majorRubric.findMany({
      where: { schoolId },
      orderBy: { validFrom: "desc" },
      take: MOST_VERSIONS,
      select: { majorCode: true, validFrom: true, createdName: true },
    }),
  ]);
  const majors = [...new Map(programmes.map((one) => [one.majorCode, one.major])).entries()];
  return Promise.all(
    [[ALL_MAJORS, ""] as const, ...majors].map(async ([code, name]) => ({
      code,
      name,
      now: await rubricOn(read, { schoolId, majorCode: code }, today),
      own: versions.some((one) => one.majorCode === code && one.validFrom <= today),
      next:
        versions.filter((one) => one.majorCode === code && one.validFrom > today).at(-1)?.validFrom ?? null,
    })),
  );
};

/** What the form of a new version begins with: the rubric used last for that major, and the courses of the major. */
export const rubricDraft = async (schoolId: string, majorCode: string) => {
  const books = await catalogue();
  const [used, courses] = await Promise.all([
    rubricOn(read, { schoolId, majorCode }, "9999-12-31"),
    read.course.findMany({ where: { majorCode }, take: MOST_COURSES, select: { name: true } }),
  ]);
  return {
    code: majorCode,
    name: books.majors.get(majorCode)?.name ?? "",
    parts: used.parts as RubricPart[],
    credits: used.creditsPerWeekCenti / 100,
    competences: [...(used.competences ?? [])],
    courses: courses.map((one) => one.name),
  };
};

export type RubricDraft = Awaited<ReturnType<typeof rubricDraft>>;
