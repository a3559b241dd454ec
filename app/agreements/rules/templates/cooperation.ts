import { FOR_STUDENTS, SHARED } from "./shared-clauses";
import { type Bilingual, LAW, type Template } from "./template";

/** One of the seven forms of cooperation of the 2018 measures; `verified` tells whether its wording was confirmed. */
export type CooperationForm = {
  readonly number: number;
  readonly title: Bilingual;
  readonly verified: boolean;
  readonly text: string;
};

/** 《职业学校校企合作促进办法》（教职成〔2018〕1号）: the first three forms were read, the others are a house list. */
export const COOPERATION_FORMS: readonly CooperationForm[] = [
  {
    number: 1,
    title: {
      zh: "合作设置专业，开发课程、标准与教材",
      en: "Design majors, courses, standards and teaching materials together",
    },
    verified: true,
    text: "双方根据就业需求合作设置专业、研发专业标准，开发课程体系、教学标准以及教材、教学辅助产品。",
  },
  {
    number: 2,
    title: {
      zh: "合作制订培养与培训方案，互派人员，支持实习实训",
      en: "Plan training together, exchange staff, support internships",
    },
    verified: true,
    text: "双方合作制定人才培养或职工培训方案，实现人员互相兼职，互相为学生实习实训、教师实践、学生就业创业、员工培训、企业技术和产品研发、成果转移转化等提供支持。",
  },
  {
    number: 3,
    title: {
      zh: "学徒制合作，联合招收学员，校企双主体育人",
      en: "Apprenticeship: joint intake, two places of learning",
    },
    verified: true,
    text: "双方根据企业工作岗位需求，开展学徒制合作，联合招收学员，按照工学结合模式，实行校企双主体育人。",
  },
  {
    number: 4,
    title: { zh: "合作办学，共建共管机构和基地", en: "Run institutions and bases together" },
    verified: false,
    text: "双方以多种形式合作办学，共建共管教学与科研机构、实习实训基地、技术工艺与产品开发中心等机构，并在承诺表中写明各自的投入。",
  },
  {
    number: 5,
    title: { zh: "合作研发岗位规范、质量标准", en: "Develop job and quality standards together" },
    verified: false,
    text: "双方合作研发岗位规范和质量标准，并在教学与生产中使用。",
  },
  {
    number: 6,
    title: {
      zh: "组织技能竞赛、传承优秀企业文化、服务社会",
      en: "Skills competitions, company culture, service to society",
    },
    verified: false,
    text: "双方组织开展技能竞赛、优秀企业文化传承和社会服务等活动。",
  },
  {
    number: 7,
    title: { zh: "其他不违反法律的合作", en: "Other lawful forms" },
    verified: false,
    text: "双方约定的其他不违反法律、行政法规的合作方式，其内容与数量在承诺表中逐项写明。",
  },
];

export const COOPERATION: Template = {
  id: "cooperation-2026",
  kind: "cooperation",
  title: { zh: "校企合作协议", en: "Cooperation agreement" },
  summary: {
    zh: "企业与学校的一般合作，从七种形式中选",
    en: "General cooperation in one or more of the seven forms",
  },
  source: { document: LAW, article: { zh: "第四十条", en: "article 40" }, verified: true },
  validFrom: "2022-05-01",
  validTo: null,
  years: 3,
  reviewMonths: 6,
  acceptsInterns: true,
  apprenticeStatus: null,
  roles: ["enterprise", "school"],
  mandatory: ["goals", "content", "rights", "term", "fees", "data", "liability", "disputes", "exit"],
  clauses: [
    {
      purpose: "goals",
      title: { zh: "目标任务", en: "Goals" },
      text: "双方平等协商，共同培养符合岗位需要的技术技能人才，并以承诺表所列的数量作为目标是否达成的依据。",
    },
    {
      purpose: "content",
      title: { zh: "合作内容与形式", en: "Content and form" },
      text: "双方按照下列形式开展合作，具体数量、期限和责任人见承诺表。",
    },
    {
      purpose: "term",
      title: { zh: "期限", en: "Term" },
      text: "本协议的起止日期见首部，自最后一方签署之日起生效，不追溯既往。需要延长的，双方在到期前签订续期协议。",
    },
    ...SHARED,
    ...FOR_STUDENTS,
  ],
  commitments: [
    { title: "接收岗位实习学生", quantity: 20, unit: "人", by: "enterprise", to: "school" },
    { title: "企业导师授课", quantity: 80, unit: "课时", by: "enterprise", to: "school" },
    { title: "共同修订人才培养方案", quantity: 1, unit: "份", by: "school", to: "enterprise" },
  ],
  charter: false,
  drafted: true,
};
