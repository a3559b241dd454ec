import { FOR_STUDENTS, pick, SHARED } from "./shared-clauses";
import { LAW, type Template, type TemplateClause } from "./template";

const IDENTITY: Record<"student" | "enterprise" | "joint", string> = {
  student: "学徒保留在校学生身份，不与企业建立劳动关系；在企业期间按照三方实习协议享有劳动保护和报酬。",
  enterprise: "学徒是企业新招用或者转岗的职工，与企业订立一年以上劳动合同；学校按照培养方案提供教学。",
  joint:
    "学徒由学校录取、企业招用，具有学生和学徒双重身份；企业与学徒另行订立劳动合同或者书面用工协议，学校保留其学籍。",
};

const own = (status: keyof typeof IDENTITY): TemplateClause[] => [
  {
    purpose: "goals",
    title: { zh: "培养目标", en: "Aim" },
    text: "双方共同培养达到约定职业和技能等级的学徒，职业、等级和人数在承诺表中写明。",
  },
  { purpose: "identity", title: { zh: "学徒身份", en: "Status of apprentices" }, text: IDENTITY[status] },
  {
    purpose: "enrolment",
    title: { zh: "招生与招工", en: "Intake" },
    text: "双方共同制定招生招工方案，公开条件和名额，共同面试，学徒与监护人知情并自愿。",
  },
  {
    purpose: "training_plan",
    title: { zh: "培养方案", en: "Training plan" },
    text: "双方共同制定培养方案，一班一方案，列明学校课程、岗位课程、学时和考核要求；调整方案须双方同意。",
  },
  {
    purpose: "alternation",
    title: { zh: "工学交替安排", en: "Alternation" },
    text: "学校学习与岗位培养交替进行，每学期的周次安排在学期开始前三十日由双方确认并告知学徒。",
  },
  {
    purpose: "mentors",
    title: { zh: "双导师", en: "Two mentors" },
    text: "每名学徒配备一名企业导师和一名学校导师。企业导师同时带教的学徒不超过约定人数，带教津贴由企业支付。",
  },
  {
    purpose: "assessment",
    title: { zh: "考核与证书", en: "Assessment and certificates" },
    text: "学徒的学业与岗位能力由双方共同考核，合格的取得毕业证书；符合条件的参加职业技能等级评价。",
  },
  {
    purpose: "employment",
    title: { zh: "就业意向", en: "Employment" },
    text: "企业按照承诺表优先录用合格学徒。学徒有权自主择业，不得因不留任而被扣发报酬或者证书。",
  },
  {
    purpose: "ip",
    title: { zh: "知识产权与保密", en: "Intellectual property and confidentiality" },
    text: "学徒在培养期间完成的成果，其归属和收益按照约定处理；双方依法保守对方的商业秘密。",
  },
  {
    purpose: "term",
    title: { zh: "期限", en: "Term" },
    text: "培养期限见首部，自最后一方签署之日起生效，不追溯既往。",
  },
];

const SUMMARY = {
  student: { zh: "学徒保留学籍，不签劳动合同", en: "Apprentices stay students, without a labour contract" },
  enterprise: { zh: "学徒是企业职工，已签劳动合同", en: "Apprentices are employees with a labour contract" },
  joint: {
    zh: "联合招收，学生与学徒双重身份",
    en: "Enrolled and hired together, both student and apprentice",
  },
};
const TITLE = {
  student: { zh: "学徒培养协议（在校学生）", en: "Apprenticeship training agreement (students)" },
  enterprise: { zh: "学徒培养协议（企业职工）", en: "Apprenticeship training agreement (employees)" },
  joint: { zh: "学徒培养协议（联合招收）", en: "Apprenticeship training agreement (joint intake)" },
};

const template = (status: keyof typeof IDENTITY, years: number): Template => ({
  id: `apprenticeship-${status}-2026`,
  kind: "apprenticeship",
  title: TITLE[status],
  summary: SUMMARY[status],
  source: { document: LAW, article: { zh: "第三十条", en: "article 30" }, verified: true },
  validFrom: "2022-05-01",
  validTo: null,
  years,
  reviewMonths: 3,
  acceptsInterns: status !== "enterprise",
  apprenticeStatus: status,
  roles: ["enterprise", "school"],
  mandatory: [
    "identity",
    "enrolment",
    "training_plan",
    "alternation",
    "mentors",
    "assessment",
    "employment",
    "ip",
    "pay",
    "insurance",
    "safety",
    "fees",
    "term",
    "exit",
    "liability",
  ],
  clauses: [
    ...own(status),
    ...FOR_STUDENTS,
    ...pick(SHARED, "rights", "fees", "data", "review", "liability", "disputes", "exit"),
  ],
  commitments: [
    { title: "学徒岗位", quantity: 30, unit: "个", by: "enterprise", to: "school" },
    { title: "配备企业导师", quantity: 10, unit: "人", by: "enterprise", to: "school" },
    { title: "学校课程", quantity: 600, unit: "学时", by: "school", to: "enterprise" },
  ],
  charter: false,
  drafted: true,
});

/** The three kinds of apprentices differ in their status as persons, hence in their model agreement. */
export const APPRENTICESHIPS: readonly Template[] = [
  template("student", 3),
  template("enterprise", 2),
  template("joint", 3),
];
