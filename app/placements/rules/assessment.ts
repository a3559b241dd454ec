/** Who gives the score of a part. */
export type Assessor = "school" | "host";

/** One part of a rubric: its key within it, its name as the school wrote it, who scores it, its weight in basis points. */
export type RubricPart = { key: string; name: string; by: Assessor; weightBp: number };

export type Rubric = {
  /** "house" or the id of the school's own version */
  id: string;
  /** civil date from which it is used */
  validFrom: string;
  parts: readonly RubricPart[];
  /** hundredths of a credit for each agreed week */
  creditsPerWeekCenti: number;
  /** competences of the major that every placement is assessed on; those of an older rubric are none */
  competences?: readonly string[];
};

/**
 * The rubric of a school that has set none: process and result, school 40 %, unit 60 %, one credit a week. House rule,
 * unverified: the duty is 学校与单位共同考核, 过程性与结果性相结合 (provincial annex, read copy P7); parts and weights are ours.
 */
export const HOUSE_RUBRIC: Rubric = {
  id: "house",
  validFrom: "2026-11-22",
  parts: [
    { key: "process", name: "过程表现（周记录与指导）", by: "school", weightBp: 1500 },
    { key: "report", name: "实习报告", by: "school", weightBp: 1500 },
    { key: "teacher", name: "指导教师评价", by: "school", weightBp: 1000 },
    { key: "skill", name: "岗位技能", by: "host", weightBp: 2500 },
    { key: "conduct", name: "劳动态度与纪律", by: "host", weightBp: 2000 },
    { key: "safety", name: "安全与规范", by: "host", weightBp: 1500 },
  ],
  creditsPerWeekCenti: 100,
};

export type RubricProblem = "noPart" | "oneSide" | "sum";

/** What is wrong with a rubric: no part, only one side scoring, or weights that do not sum to 100 %. Empty when sound. */
export const rubricProblems = (parts: readonly RubricPart[]): RubricProblem[] => {
  if (parts.length === 0) return ["noPart"];
  const sides = new Set(parts.map((part) => part.by));
  const sum = parts.reduce((total, part) => total + part.weightBp, 0);
  return [...(sides.size < 2 ? (["oneSide"] as const) : []), ...(sum !== 10_000 ? (["sum"] as const) : [])];
};

export type Scores = Readonly<Record<string, number>>;

/** The parts of a rubric that one side has not scored yet. */
export const openParts = (rubric: Rubric, scores: Scores, by: Assessor): RubricPart[] =>
  rubric.parts.filter((part) => part.by === by && scores[part.key] === undefined);

/**
 * The weighted total in hundredths of a point (0…10 000). Goes in: the rubric, whole points 0…100 by part. Comes out: the
 * total, or null while a part has no score: an unknown part never counts as nought.
 */
export const totalCenti = (rubric: Rubric, scores: Scores): number | null => {
  let sum = 0;
  for (const { key, weightBp } of rubric.parts) {
    const score = scores[key];
    if (score === undefined) return null;
    sum += score * weightBp;
  }
  return Math.round(sum / 100);
};

export const GRADES = ["excellent", "good", "pass", "fail"] as const;
/** 优秀 · 良好 · 合格 · 不合格 */
export type Grade = (typeof GRADES)[number];

/** The grade of a total in hundredths of a point: 90, 75 and 60 are the lines. House rule, unverified (grades of 2016). */
export const gradeOf = (total: number): Grade => {
  if (total >= 9000) return "excellent";
  if (total >= 7500) return "good";
  return total >= 6000 ? "pass" : "fail";
};

/** Credits (hundredths) for a grade: 合格 and above earn the agreed weeks, 不合格 earns none. House rule, unverified. */
export const creditsOf = (rubric: Rubric, grade: Grade, weeks: number): number =>
  grade === "fail" ? 0 : rubric.creditsPerWeekCenti * weeks;

export const LEVELS = ["mastered", "basic", "not_yet"] as const;
export type Level = (typeof LEVELS)[number];

/** Competences of one assessment, at most. */
const MOST_COMPETENCES = 12;

/**
 * The competences a placement is assessed on: those the school's rubric names for the major, then the tasks agreed for the
 * placement; where there is neither, its title. Comes out: at most twelve, each once.
 */
export const competencesOf = (
  terms: { tasks: readonly string[]; title: string },
  rubric: Pick<Rubric, "competences">,
): string[] => {
  const named = [...new Set([...(rubric.competences ?? []), ...terms.tasks])].slice(0, MOST_COMPETENCES);
  return named.length > 0 ? named : [terms.title];
};

export type AssessmentStep = "scores" | "answer" | "decide" | "done";

/** Stands for every major of a school where a rubric names one. */
export const ALL_MAJORS = "*";

/** Days a student has to say whether they agree; after them the school may decide. House rule. */
export const ANSWER_DAYS = 7;

/**
 * What an assessment waits for. Goes in: the open parts of both sides, the student's answer, the civil date since which
 * both have scored and today, the grade. Comes out: scores → the student's answer → the school's decision → done.
 */
export const assessmentStep = (
  known: { open: number; answered: boolean; scoredOn: string | null; graded: boolean },
  lastAnswerDay: (scoredOn: string) => string,
  today: string,
): AssessmentStep => {
  if (known.graded) return "done";
  if (known.open > 0 || known.scoredOn === null) return "scores";
  if (known.answered || today > lastAnswerDay(known.scoredOn)) return "decide";
  return "answer";
};
