import type { ColumnDef } from "~/platform/sheets/columns";
import { isCivilDate } from "~/platform/time/clock";
import { COURSE_KINDS, type CourseFacts, type CourseKind } from "./course";

export const COURSE_FIELDS = [
  "code",
  "name",
  "kind",
  "major",
  "credits",
  "hours",
  "grade",
  "term",
  "required",
  "validFrom",
] as const;
export type CourseField = (typeof COURSE_FIELDS)[number];

/** The columns of a course catalogue; a row is one course. */
export const COURSE_COLUMNS: readonly ColumnDef<CourseField>[] = [
  { field: "code", names: ["课程代码", "课程编码", "course code"], required: true },
  { field: "name", names: ["课程名称", "课程", "course name"], required: true },
  { field: "kind", names: ["课程类别", "课程性质", "course kind"], required: true },
  { field: "major", names: ["专业代码", "适用专业", "major code"] },
  { field: "credits", names: ["学分", "credits"], required: true },
  { field: "hours", names: ["学时", "课时", "hours"], required: true },
  { field: "grade", names: ["年级", "开课年级", "grade"], required: true },
  { field: "term", names: ["学期", "开课学期", "term"], required: true },
  { field: "required", names: ["是否必修", "须补修", "must be made up"] },
  { field: "validFrom", names: ["启用日期", "生效日期", "valid from"], required: true },
];

/** A row as it is filled in, for the template. */
export const COURSE_EXAMPLE: Readonly<Record<CourseField, string>> = {
  code: "G101",
  name: "语文",
  kind: "公共基础",
  major: "",
  credits: "4",
  hours: "72",
  grade: "1",
  term: "1",
  required: "是",
  validFrom: "2026-09-01",
};

/** What schools call the kinds of courses. */
const KIND_WORDS: Readonly<Record<CourseKind, readonly string[]>> = {
  public: ["公共基础", "公共基础课", "公共基础课程"],
  foundation: ["专业基础", "专业基础课", "专业基础课程"],
  core: ["专业", "专业核心", "专业核心课", "专业核心课程", "专业课"],
  practice: ["实习实训", "实训", "实践"],
  compulsory: ["必修"],
  selective: ["选择性必修"],
  elective: ["选修", "选修课", "校本选修"],
};

const kindOf = (text: string): CourseKind | null =>
  COURSE_KINDS.find((kind) => kind === text.toLowerCase() || KIND_WORDS[kind].includes(text)) ?? null;

const yesNo = (text: string): boolean | null =>
  ["", "是", "yes", "y", "1", "true"].includes(text.toLowerCase())
    ? true
    : ["否", "no", "n", "0", "false"].includes(text.toLowerCase())
      ? false
      : null;

/** Credits as printed, in hundredths; null for a text that is none. */
export const creditsOfText = (text: string): number | null => {
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(text)) return null;
  const centi = Math.round(Number(text) * 100);
  return centi <= 6_000 ? centi : null;
};

const GRADES: Readonly<Record<string, number>> = {
  "1": 1,
  "2": 2,
  "3": 3,
  一: 1,
  二: 2,
  三: 3,
  高一: 1,
  高二: 2,
  高三: 3,
};
const TERMS: Readonly<Record<string, number>> = { "1": 1, "2": 2, 上: 1, 下: 2, 第一学期: 1, 第二学期: 2 };

type Finding = { field: string; key: string };

/**
 * Reads one row of a course catalogue. Goes in: its texts by field and the known majors. Comes out: the course with its first
 * day, or what is wrong with which field. A row without a word about make-up means it must be made up; nothing else is
 * guessed.
 */
export const readCourseRow = (
  cells: Readonly<Record<string, string>>,
  majors: { has: (code: string) => boolean },
): { ok: true; row: CourseFacts & { validFrom: string } } | { ok: false; findings: Finding[] } => {
  const text = (field: CourseField): string => (cells[field] ?? "").trim();
  const kind = kindOf(text("kind"));
  const creditsCenti = creditsOfText(text("credits"));
  const hours = /^\d{1,4}$/.test(text("hours")) ? Number(text("hours")) : null;
  const grade = GRADES[text("grade")];
  const term = TERMS[text("term")];
  const required = yesNo(text("required"));
  const wrong: [boolean, CourseField, string][] = [
    [!/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/.test(text("code")), "code", "credits.errors.code"],
    [text("name") === "" || text("name").length > 60, "name", "errors.required"],
    [kind === null, "kind", "credits.errors.kind"],
    [text("major") !== "" && !majors.has(text("major")), "major", "credits.errors.major"],
    [creditsCenti === null, "credits", "credits.errors.credits"],
    [hours === null, "hours", "errors.notAnInteger"],
    [grade === undefined, "grade", "credits.errors.grade"],
    [term === undefined, "term", "credits.errors.term"],
    [required === null, "required", "credits.errors.yesNo"],
    [!isCivilDate(text("validFrom")), "validFrom", "errors.notADate"],
  ];
  const findings = wrong.flatMap(([is, field, key]) => (is ? [{ field, key }] : []));
  if (findings.length > 0 || kind === null || creditsCenti === null || hours === null || !grade || !term) {
    return { ok: false, findings };
  }
  return {
    ok: true,
    row: {
      code: text("code"),
      name: text("name"),
      kind,
      majorCode: text("major"),
      creditsCenti,
      hours,
      grade,
      term,
      required: required === true,
      offered: true,
      validFrom: text("validFrom"),
    },
  };
};
