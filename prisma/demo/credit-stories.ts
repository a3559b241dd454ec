import type { TranscriptLine } from "~/credits/rules/convert";
import type { CourseKind } from "~/credits/rules/course";
import type { TableLineForm } from "~/credits/schema";

/** A course: code, name, kind, credits, class hours, term of the first year, and the major it belongs to. */
type Course = [
  code: string,
  name: string,
  kind: CourseKind,
  credits: number,
  hours: number,
  term: number,
  major?: string,
];

export type StoryLine = Omit<TableLineForm, "version">;

const MAJOR = "660103";

/** The first year of the general school; titles after the national curriculum, credits fictional. */
export const GENERAL_COURSES: readonly Course[] = [
  ["PG-YW1", "语文（必修上册）", "compulsory", 4, 72, 1],
  ["PG-SX1", "数学（必修第一册）", "compulsory", 4, 72, 1],
  ["PG-YY1", "英语（必修第一册）", "compulsory", 3, 54, 1],
  ["PG-ZZ1", "思想政治（必修1、2）", "compulsory", 2, 36, 1],
  ["PG-LS1", "历史（中外历史纲要上）", "compulsory", 2, 36, 1],
  ["PG-WL1", "物理（必修第一册）", "compulsory", 2, 36, 1],
  ["PG-HX1", "化学（必修第一册）", "compulsory", 2, 36, 1],
  ["PG-DL1", "地理（必修第一册）", "compulsory", 2, 36, 1],
  ["PG-XX1", "信息技术（数据与计算）", "compulsory", 2, 36, 1],
  ["PG-TY1", "体育与健康", "compulsory", 2, 36, 1],
  ["PG-TJ1", "通用技术（技术与设计1）", "compulsory", 3, 54, 2],
  ["PG-MS1", "美术鉴赏", "elective", 1, 18, 2],
];

/** The first year of the vocational school: public courses and those of the numerical control major. */
export const VOCATIONAL_COURSES: readonly Course[] = [
  ["ZJ-G01", "语文（基础模块）", "public", 4, 72, 1],
  ["ZJ-G02", "数学（基础模块）", "public", 4, 72, 1],
  ["ZJ-G03", "英语（基础模块）", "public", 3, 54, 1],
  ["ZJ-G04", "思想政治（中国特色社会主义）", "public", 2, 36, 1],
  ["ZJ-G05", "历史", "public", 2, 36, 1],
  ["ZJ-G06", "信息技术（基础模块）", "public", 3, 54, 1],
  ["ZJ-G07", "体育与健康", "public", 2, 36, 1],
  ["ZJ-S11", "机械制图", "foundation", 5, 90, 1, MAJOR],
  ["ZJ-S12", "机械基础", "foundation", 4, 72, 1, MAJOR],
  ["ZJ-S13", "钳工技能训练", "practice", 2, 60, 1, MAJOR],
  ["ZJ-S14", "极限配合与技术测量", "foundation", 3, 54, 2, MAJOR],
  ["ZJ-G21", "中华优秀传统文化", "elective", 1, 18, 2],
];

/** From the general to the vocational school, as it was first signed. */
export const TO_VOCATIONAL: readonly StoryLine[] = [
  { sourceCode: "PG-YW1", type: "same", destinationCode: "ZJ-G01" },
  { sourceCode: "PG-SX1", type: "same", destinationCode: "ZJ-G02" },
  { sourceCode: "PG-YY1", type: "same", destinationCode: "ZJ-G03" },
  { sourceCode: "PG-ZZ1", type: "similar", destinationCode: "ZJ-G04", minimum: 60, share: 100 },
  { sourceCode: "PG-LS1", type: "same", destinationCode: "ZJ-G05" },
  { sourceCode: "PG-XX1", type: "similar", destinationCode: "ZJ-G06", minimum: 70, share: 100 },
  { sourceCode: "PG-TY1", type: "same", destinationCode: "ZJ-G07" },
  { sourceCode: "PG-TJ1", type: "similar", destinationCode: "ZJ-S11", minimum: 75, share: 60 },
  { sourceCode: "PG-WL1", type: "similar", destinationCode: "ZJ-S12", minimum: 75, share: 50 },
  { sourceCode: "PG-DL1", type: "elective" },
];

/** What the second version says otherwise. */
export const TO_VOCATIONAL_CHANGES: readonly StoryLine[] = [
  {
    sourceCode: "PG-WL1",
    type: "similar",
    destinationCode: "ZJ-S12",
    minimum: 70,
    share: 80,
    note: "两校教研组比对力学部分后放宽",
  },
  { sourceCode: "PG-HX1", type: "elective" },
];

/** From the vocational to the general school. */
export const TO_GENERAL: readonly StoryLine[] = [
  { sourceCode: "ZJ-G01", type: "similar", destinationCode: "PG-YW1", minimum: 70, share: 100 },
  { sourceCode: "ZJ-G02", type: "similar", destinationCode: "PG-SX1", minimum: 75, share: 100 },
  { sourceCode: "ZJ-G03", type: "similar", destinationCode: "PG-YY1", minimum: 75, share: 100 },
  { sourceCode: "ZJ-G04", type: "same", destinationCode: "PG-ZZ1" },
  { sourceCode: "ZJ-G05", type: "same", destinationCode: "PG-LS1" },
  { sourceCode: "ZJ-G06", type: "same", destinationCode: "PG-XX1" },
  { sourceCode: "ZJ-G07", type: "same", destinationCode: "PG-TY1" },
  { sourceCode: "ZJ-S11", type: "similar", destinationCode: "PG-TJ1", minimum: 70, share: 60 },
  { sourceCode: "ZJ-S12", type: "none", destinationCode: "PG-WL1", note: "力学深度不同，须按普高要求补修" },
  { sourceCode: "ZJ-S13", type: "elective" },
];

const graded = (courses: readonly Course[], marks: readonly [string, string][]): TranscriptLine[] =>
  marks.flatMap(([code, grade]) => {
    const course = courses.find((one) => one[0] === code);
    return course
      ? [
          {
            code,
            name: course[1],
            creditsCenti: course[3] * 100,
            hours: course[4],
            grade,
            term: course[5] === 1 ? "高一上" : "高一下",
          },
        ]
      : [];
  });

/** What the student who moved last term brought along, with a club course nobody knows. */
export const MOVED_TRANSCRIPT: readonly TranscriptLine[] = [
  ...graded(GENERAL_COURSES, [
    ["PG-YW1", "84"],
    ["PG-SX1", "71"],
    ["PG-YY1", "66"],
    ["PG-ZZ1", "78"],
    ["PG-LS1", "82"],
    ["PG-WL1", "68"],
    ["PG-DL1", "75"],
    ["PG-XX1", "91"],
    ["PG-TY1", "良好"],
    ["PG-TJ1", "88"],
  ]),
  { code: "PG-X09", name: "3D打印社团课", creditsCenti: 100, hours: 18, grade: "优秀", term: "高一下" },
];

/** What the student brings whose credits wait. */
export const WAITING_TRANSCRIPT: readonly TranscriptLine[] = [
  ...graded(GENERAL_COURSES, [
    ["PG-YW1", "79"],
    ["PG-SX1", "62"],
    ["PG-YY1", "70"],
    ["PG-ZZ1", "81"],
    ["PG-LS1", "85"],
    ["PG-WL1", "73"],
    ["PG-HX1", "64"],
    ["PG-XX1", "57"],
    ["PG-TY1", "合格"],
  ]),
  { code: "PG-X12", name: "模型制作", creditsCenti: 100, hours: 18, grade: "良好", term: "高一上" },
];

/** What the student brought who moved to the general school. */
export const GENERAL_TRANSCRIPT: readonly TranscriptLine[] = graded(VOCATIONAL_COURSES, [
  ["ZJ-G01", "83"],
  ["ZJ-G02", "88"],
  ["ZJ-G03", "80"],
  ["ZJ-G04", "85"],
  ["ZJ-G05", "79"],
  ["ZJ-G06", "92"],
  ["ZJ-G07", "合格"],
  ["ZJ-S11", "86"],
  ["ZJ-S12", "81"],
  ["ZJ-S13", "77"],
]);
