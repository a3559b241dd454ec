import { createHash } from "node:crypto";
import type { Bilingual } from "~/regulations/rules/facts/kinds";
import type { Direction } from "./pack";
import { type ExamOutlook, examOutlook } from "./proficiency";
import { pointCode, type TermPoint, termsDone } from "./term";

export type CourseGap = { title: Bilingual; hours: number };
export type Route = { title: Bilingual; text: Bilingual; track: "general" | "vocational" | "both" };

/** Courses by the term in which they begin; `hours` are class hours a term. Typical plans, a house rule. */
type PlannedCourse = { title: Bilingual; from: number; hours: number };

const GENERAL_PLAN: readonly PlannedCourse[] = [
  { title: { zh: "物理", en: "physics" }, from: 1, hours: 54 },
  { title: { zh: "化学", en: "chemistry" }, from: 1, hours: 54 },
  { title: { zh: "生物", en: "biology" }, from: 1, hours: 36 },
  { title: { zh: "地理", en: "geography" }, from: 1, hours: 36 },
  { title: { zh: "选择性必修（数学）", en: "selective compulsory mathematics" }, from: 3, hours: 72 },
  { title: { zh: "选择性必修（外语）", en: "selective compulsory foreign language" }, from: 3, hours: 72 },
];

const VOCATIONAL_PLAN: readonly PlannedCourse[] = [
  { title: { zh: "专业基础课", en: "foundation courses of the major" }, from: 1, hours: 72 },
  { title: { zh: "专业认知与安全实训", en: "induction and safety training" }, from: 1, hours: 30 },
  { title: { zh: "专业核心课", en: "core courses of the major" }, from: 2, hours: 90 },
  { title: { zh: "校内实训", en: "practical training at school" }, from: 2, hours: 60 },
];

/** Later routes, the same for everybody: what a place at either school leads to. */
export const ROUTES: readonly Route[] = [
  {
    title: { zh: "普通高考", en: "General entrance examination" },
    text: {
      zh: "以普通高中在籍学生身份报名；选考科目的课要补齐。转入中职后仍可以社会考生身份报名，但学校不再按普高课程上课。",
      en: "Registered as a student of a general school, with the chosen subjects made up. From a vocational school one can still enter as an external candidate, but classes no longer follow that plan.",
    },
    track: "general",
  },
  {
    title: { zh: "职教高考", en: "Vocational entrance examination" },
    text: {
      zh: "文化素质加职业技能，中职在籍学生报名；可以升入高职专科和职业本科。",
      en: "Cultural subjects plus vocational skill, for students registered at a vocational school; leads to associate and vocational bachelor programmes.",
    },
    track: "vocational",
  },
  {
    title: { zh: "贯通培养", en: "Continuous programmes" },
    text: {
      zh: "五年一贯、3+2、3+4、中本贯通在入学时确定名单，一般不接收中途转入，转出后名额不保留。",
      en: "Five-year, 3+2, 3+4 and secondary-to-bachelor programmes fix their lists at entry: they rarely take anyone in later, and a place given up is not kept.",
    },
    track: "vocational",
  },
  {
    title: { zh: "就业与学徒制", en: "Work and apprenticeship" },
    text: {
      zh: "中职第三年有岗位实习，可以走现代学徒制；普高没有这一段。",
      en: "A vocational school's third year holds an internship and may lead to an apprenticeship; a general school has neither.",
    },
    track: "vocational",
  },
];

export type Comparison = {
  direction: Direction;
  point: TermPoint;
  /** Courses of the new track that have begun without the student, with the class hours missed. */
  missing: CourseGap[];
  missingHours: number;
  /** null towards a vocational school, whose diploma does not rest on these examinations */
  exams: ExamOutlook | null;
  routes: readonly Route[];
  diploma: Bilingual;
};

const DIPLOMA: Record<Direction, Bilingual> = {
  to_general: {
    zh: "毕业时发普通高中毕业证，由转入的普通高中发；学业水平合格性考试全部合格才能发。",
    en: "The diploma is that of a general school, given by the school you move to, and only once every proficiency examination is passed.",
  },
  to_vocational: {
    zh: "毕业时发中等职业学校毕业证，由转入的中职学校发；专业课、实训和实习都要合格。",
    en: "The diploma is that of a secondary vocational school, given by the school you move to; the courses of the major, training and internship must be passed.",
  },
};

/**
 * Both tracks side by side for one student at one point in time: what was missed, what it means for the diploma, and where
 * each track leads. Goes in: the direction, the point, the proficiency examinations already passed. Comes out: the
 * comparison, the same for the same input. House rule: typical plans; the counselling school tells the rest.
 */
export const compareTracks = (
  direction: Direction,
  point: TermPoint,
  passed: readonly string[],
): Comparison => {
  const done = termsDone(point);
  const plan = direction === "to_general" ? GENERAL_PLAN : VOCATIONAL_PLAN;
  const missing = plan
    .filter((course) => course.from <= done)
    .map((course) => ({ title: course.title, hours: course.hours * (done - course.from + 1) }));
  return {
    direction,
    point,
    missing,
    missingHours: missing.reduce((sum, one) => sum + one.hours, 0),
    exams: direction === "to_general" ? examOutlook(point, passed) : null,
    routes: ROUTES,
    diploma: DIPLOMA[direction],
  };
};

/** SHA-256 of a comparison as it was shown: the counselling record keeps it, so that nobody can say it was another one. */
export const comparisonHash = (shown: Comparison): string =>
  createHash("sha256")
    .update(JSON.stringify({ ...shown, point: pointCode(shown.point) }))
    .digest("hex");
