import type { ColumnDef } from "~/platform/sheets/columns";

export const POST_FIELDS = [
  "name",
  "occupation",
  "headcount",
  "samePostPay",
  "labourIntensity",
  "hazards",
] as const;
export type PostField = (typeof POST_FIELDS)[number];

/** The columns of posts as enterprises call them; the first name is the one our template writes. */
export const POST_COLUMNS: readonly ColumnDef<PostField>[] = [
  { field: "name", names: ["岗位名称", "岗位", "职位", "post", "name", "job"], required: true },
  { field: "occupation", names: ["职业", "职业名称", "职业代码", "occupation"], required: true },
  {
    field: "headcount",
    names: ["在岗人数", "人数", "职工人数", "headcount", "employees on post"],
    required: true,
  },
  {
    field: "samePostPay",
    names: ["同岗月工资（元）", "同岗月工资", "月工资", "工资", "monthly pay", "pay"],
  },
  {
    field: "labourIntensity",
    names: ["体力劳动强度", "劳动强度", "labour intensity", "physical labour"],
  },
  { field: "hazards", names: ["危险因素", "危害因素", "职业危害因素", "hazards"] },
];

export const PROGRAMME_FIELDS = [
  "major",
  "name",
  "seats",
  "practiceShare",
  "introduction",
  "entryYear",
  "students",
  "practiceFrom",
  "practiceTo",
] as const;
export type ProgrammeField = (typeof PROGRAMME_FIELDS)[number];

/** The columns of programmes as schools call them: a row is one intake, a programme may have several. */
export const PROGRAMME_COLUMNS: readonly ColumnDef<ProgrammeField>[] = [
  { field: "major", names: ["专业", "专业代码", "专业名称", "major", "major code"], required: true },
  { field: "name", names: ["对外名称", "专业点名称", "programme name", "name"] },
  {
    field: "seats",
    names: ["招生人数", "计划招生", "每届招生", "招生计划", "seats", "intake"],
    required: true,
  },
  {
    field: "practiceShare",
    names: ["实践教学占比（%）", "实践教学占比", "实践学时占比", "practice share"],
  },
  { field: "introduction", names: ["简介", "介绍", "introduction"] },
  { field: "entryYear", names: ["入学年份", "年级", "届", "entry year", "grade"] },
  { field: "students", names: ["在校人数", "学生人数", "人数", "students"] },
  { field: "practiceFrom", names: ["实习开始", "岗位实习开始", "实习起", "practice from"] },
  { field: "practiceTo", names: ["实习结束", "岗位实习结束", "实习止", "practice to"] },
];
