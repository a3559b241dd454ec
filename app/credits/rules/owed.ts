import type { ConvertedLine, Sentence } from "./convert";

/** A course of the destination on the day that counts. */
export type DestinationCourse = {
  code: string;
  name: string;
  creditsCenti: number;
  hours: number;
  grade: number;
  term: number;
  /** everybody who finishes there has it, and it was taught before this student came */
  due: boolean;
};

/** An examination of the destination's track that was held before this student came and is not passed. */
export type Examination = { subject: string; name: string };

/** What a student still owes at the new school. */
export type OwedItem = {
  kind: "course" | "exam";
  code: string;
  name: string;
  creditsCenti: number;
  hours: number;
  why: Sentence;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What is owed after a conversion. Goes in: the converted lines, the destination's courses, those completed by a course of
 * the same content, and the examinations missed. Comes out: courses that were due and are not covered, those the table sends
 * to make-up, what is missing of courses recognised in part, then the examinations; in the order of their codes. House rule.
 */
export const owedItems = ({
  lines,
  destination,
  completed,
  examinations,
}: {
  lines: readonly Pick<ConvertedLine, "outcome" | "destinationCode" | "creditsCenti" | "why">[];
  destination: readonly DestinationCourse[];
  completed: ReadonlySet<string>;
  examinations: readonly Examination[];
}): OwedItem[] => {
  const given = new Map<string, number>();
  const sentToMakeUp = new Set<string>();
  for (const line of lines) {
    if (!line.destinationCode) continue;
    if (line.outcome === "not_recognised") {
      if (line.why.key === "credits.why.noneMakeUp") sentToMakeUp.add(line.destinationCode);
      continue;
    }
    given.set(line.destinationCode, (given.get(line.destinationCode) ?? 0) + line.creditsCenti);
  }
  const courses = [...destination]
    .sort((a, b) => byText(a.code, b.code))
    .flatMap((course): OwedItem[] => {
      if (completed.has(course.code)) return [];
      const has = given.get(course.code) ?? 0;
      const missing = course.creditsCenti - has;
      if (missing <= 0 || (!course.due && has === 0 && !sentToMakeUp.has(course.code))) return [];
      const key = has > 0 ? "partly" : sentToMakeUp.has(course.code) ? "table" : "required";
      return [
        {
          kind: "course",
          code: course.code,
          name: course.name,
          creditsCenti: missing,
          hours: Math.ceil((course.hours * missing) / Math.max(1, course.creditsCenti)),
          why: {
            key: `credits.owed.${key}`,
            values: { grade: course.grade, term: course.term, has, whole: course.creditsCenti },
          },
        },
      ];
    });
  const exams = [...examinations]
    .sort((a, b) => byText(a.subject, b.subject))
    .map(
      ({ subject, name }): OwedItem => ({
        kind: "exam",
        code: subject,
        name,
        creditsCenti: 0,
        hours: 0,
        why: { key: "credits.owed.exam", values: {} },
      }),
    );
  return [...courses, ...exams];
};
