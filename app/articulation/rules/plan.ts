import type { MajorLevel } from "~/catalogues/types";
import type { PathwayKind } from "./kinds";

export type ExamPart = { name: string; weightBp: number };

export type PlannedStage = {
  schoolId: string | null;
  /** level of that school; null when it is not known */
  schoolLevel: MajorLevel | null;
  majorCode: string | null;
  majorLevel: MajorLevel | null;
  quota: number;
};

export type Plan = {
  founderId: string;
  agreementId: string | null;
  stages: readonly PlannedStage[];
  enterprises: number;
  examDay: string | null;
  parts: readonly ExamPart[];
  passBp: number;
};

/** What a plan lacks, with the field of the form where it is mended. */
export type PlanGap = { field: string; key: string; values?: Record<string, string | number> };

const WHOLE = 10_000;

const stageGaps = (kind: PathwayKind, stage: PlannedStage | undefined, at: 0 | 1): PlanGap[] => {
  const rule = kind.stages[at];
  const field = (name: string) => `stages[${at}].${name}`;
  const position = at + 1;
  const wrongSchool =
    stage?.schoolLevel !== null &&
    stage?.schoolLevel !== undefined &&
    !rule.taughtAt.includes(stage.schoolLevel);
  return [
    ...(stage?.schoolId
      ? []
      : [{ field: field("school"), key: "articulation.gap.school", values: { position } }]),
    ...(wrongSchool
      ? [{ field: field("school"), key: `articulation.gap.schoolLevel.${rule.level}`, values: { position } }]
      : []),
    ...(stage?.majorCode
      ? []
      : [{ field: field("major"), key: "articulation.gap.major", values: { position } }]),
    ...(stage?.majorLevel && stage.majorLevel !== rule.level
      ? [{ field: field("major"), key: `articulation.gap.majorLevel.${rule.level}`, values: { position } }]
      : []),
    ...((stage?.quota ?? 0) > 0
      ? []
      : [{ field: field("quota"), key: "articulation.gap.quota", values: { position } }]),
  ];
};

const whoFounds = (kind: PathwayKind, plan: Plan): PlanGap[] => {
  const places = plan.stages.flatMap((stage, at) => (stage.schoolId === plan.founderId ? [at + 1] : []));
  if (plan.stages.every((stage) => stage.schoolId !== null) && places.length === 0)
    return [{ field: "stages[0].school", key: "articulation.gap.founder" }];
  if (kind.founds !== null && places.length > 0 && !places.includes(kind.founds))
    return [
      { field: "stages[1].school", key: `articulation.gap.founds.${kind.founds === 1 ? "one" : "two"}` },
    ];
  return [];
};

/**
 * What stands against proposing a plan. Goes in: the kind, and the plan as it is kept. Comes out: every gap with its field;
 * none means it may be proposed. A school whose level is not known is not held against it. Whether the majors belong
 * together is a hint elsewhere, never a gap. House rule, after the kind's entry.
 */
export const planGaps = (kind: PathwayKind, plan: Plan): PlanGap[] => {
  const [first, second] = plan.stages;
  const sameSchool = first?.schoolId !== null && first?.schoolId === second?.schoolId;
  const sum = plan.parts.reduce((total, part) => total + part.weightBp, 0);
  return [
    ...stageGaps(kind, first, 0),
    ...stageGaps(kind, second, 1),
    ...whoFounds(kind, plan),
    ...(sameSchool && !kind.oneSchool
      ? [{ field: "stages[1].school", key: "articulation.gap.twoSchools" }]
      : []),
    ...(!sameSchool && plan.agreementId === null
      ? [{ field: "agreement", key: "articulation.gap.agreement" }]
      : []),
    ...(second && first && second.quota > first.quota
      ? [{ field: "stages[1].quota", key: "articulation.gap.quotaGrows" }]
      : []),
    ...(kind.enterprise === "required" && plan.enterprises === 0
      ? [{ field: "enterprises", key: "articulation.gap.enterprise" }]
      : []),
    ...(plan.examDay === null ? [{ field: "examMonth", key: "articulation.gap.examDay" }] : []),
    ...(plan.parts.length === 0 ? [{ field: "parts[0].name", key: "articulation.gap.parts" }] : []),
    ...(plan.parts.length > 0 && sum !== WHOLE
      ? [{ field: "parts[0].weight", key: "articulation.gap.weights", values: { sum: sum / 100 } }]
      : []),
    ...(plan.passBp > 0 && plan.passBp <= WHOLE ? [] : [{ field: "pass", key: "articulation.gap.pass" }]),
  ];
};

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** "05-20" from a month and a day of every year, or null when there is no such day each year (29 February is not). */
export const examDayOf = (month: number, day: number): string | null => {
  const days = DAYS_OF_MONTH[month - 1];
  if (days === undefined || day < 1 || day > days) return null;
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
};

/**
 * The civil date of a cohort's stage examination. Goes in: the intake year (autumn), the years of the first stage, the month
 * and day. Comes out: that day in the calendar year in which the first stage ends ("2024", 3 years, "05-20" → 2027-05-20).
 */
export const examinationOn = (intakeYear: number, years: number, examDay: string): string =>
  `${intakeYear + years}-${examDay}`;
