import { FOR_STUDENTS, SHARED } from "./shared-clauses";
import { LAW, type Template } from "./template";

const term = {
  purpose: "term",
  title: { zh: "期限", en: "Term" },
  text: "起止日期见首部，自最后一方签署之日起生效，不追溯既往。",
} as const;

const common = {
  validFrom: "2022-05-01",
  validTo: null,
  apprenticeStatus: null,
  charter: false,
  drafted: true,
} as const;
const law40 = { document: LAW, article: { zh: "第四十条", en: "article 40" }, verified: true };

export const TRAINING_BASE: Template = {
  ...common,
  id: "training-base-2026",
  kind: "training_base",
  title: { zh: "实训基地共建协议", en: "Training base agreement" },
  summary: { zh: "共建、共管、共用实习实训基地", en: "Build, run and use a training base together" },
  source: law40,
  years: 3,
  reviewMonths: 6,
  acceptsInterns: true,
  roles: ["enterprise", "school"],
  mandatory: [
    "goals",
    "premises",
    "resources",
    "rights",
    "safety",
    "insurance",
    "fees",
    "term",
    "liability",
    "exit",
  ],
  clauses: [
    {
      purpose: "goals",
      title: { zh: "建设目标", en: "Aim" },
      text: "双方共建面向真实生产的实习实训基地，年度开放工位和学时在承诺表中写明。",
    },
    {
      purpose: "premises",
      title: { zh: "场地与设备", en: "Premises and equipment" },
      text: "场地位置、面积和设备清单作为附件。设备的权属、维护责任和折旧由投入方登记，未经同意不得移作他用。",
    },
    {
      purpose: "resources",
      title: { zh: "投入与使用", en: "Contributions and use" },
      text: "各方的资金、设备、材料和工时投入按来源逐笔登记。基地优先用于教学，空闲时段可以对外开放，收益按照约定用于基地运行。",
    },
    {
      purpose: "teachers",
      title: { zh: "管理与师资", en: "Management and teachers" },
      text: "双方各指定一名负责人，企业技术人员和学校教师共同承担实训教学。",
    },
    term,
    ...FOR_STUDENTS,
    ...SHARED,
  ],
  commitments: [
    { title: "开放实训工位", quantity: 40, unit: "个", by: "enterprise", to: "school" },
    { title: "实训教学", quantity: 240, unit: "课时", by: "school", to: "enterprise" },
    { title: "设备投入", quantity: 300_000, unit: "元", by: "enterprise", to: "school" },
  ],
};

export const ORDER_CLASS: Template = {
  ...common,
  id: "order-class-2026",
  kind: "order_class",
  title: { zh: "“订单班”合作协议", en: "Order class agreement" },
  summary: { zh: "按企业岗位需求组班培养，毕业优先录用", en: "A class trained for the enterprise's posts" },
  source: law40,
  years: 3,
  reviewMonths: 6,
  acceptsInterns: true,
  roles: ["enterprise", "school"],
  mandatory: [
    "goals",
    "training_plan",
    "courses",
    "mentors",
    "employment",
    "safety",
    "pay",
    "insurance",
    "fees",
    "term",
    "exit",
    "liability",
  ],
  clauses: [
    {
      purpose: "goals",
      title: { zh: "班级与目标", en: "The class and its aim" },
      text: "双方按照企业岗位需求组建订单班，专业、年级、人数和对应岗位见承诺表。学生自愿报名，可以退出。",
    },
    {
      purpose: "training_plan",
      title: { zh: "培养方案", en: "Training plan" },
      text: "双方共同制定并每年修订培养方案，企业课程、真实生产项目进入课堂的学时在承诺表中写明。",
    },
    {
      purpose: "courses",
      title: { zh: "课程与教材", en: "Courses and textbooks" },
      text: "双方共建课程和教材，成果由双方共有，可以用于各自的教学与培训。",
    },
    {
      purpose: "mentors",
      title: { zh: "企业导师", en: "Company mentors" },
      text: "企业选派导师授课和带教，课时以课表和签到为准，津贴由企业支付。",
    },
    {
      purpose: "employment",
      title: { zh: "录用", en: "Employment" },
      text: "企业对合格毕业生优先录用，录用人数见承诺表。学生有权自主择业。",
    },
    term,
    ...FOR_STUDENTS,
    ...SHARED,
  ],
  commitments: [
    { title: "学徒岗位", quantity: 60, unit: "个", by: "enterprise", to: "school" },
    { title: "企业导师授课", quantity: 320, unit: "课时", by: "enterprise", to: "school" },
    { title: "真实生产项目进课堂", quantity: 9, unit: "个", by: "enterprise", to: "school" },
    { title: "共建课程", quantity: 4, unit: "门", by: "school", to: "enterprise" },
  ],
};
