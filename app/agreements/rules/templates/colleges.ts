import { FOR_STUDENTS, pick, SHARED } from "./shared-clauses";
import { HOUSE, LAW, type Template } from "./template";

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

export const INDUSTRY_COLLEGE: Template = {
  ...common,
  id: "industry-college-2026",
  kind: "industry_college",
  title: { zh: "产业学院共建协议", en: "Industry college agreement" },
  summary: {
    zh: "共建产业学院，专业、课程、基地、教师一体建设",
    en: "Majors, courses, base and teachers under one roof",
  },
  source: law40,
  years: 5,
  reviewMonths: 6,
  acceptsInterns: true,
  roles: ["enterprise", "school"],
  mandatory: [
    "goals",
    "organs",
    "training_plan",
    "courses",
    "premises",
    "teachers",
    "resources",
    "benefit",
    "fees",
    "term",
    "exit",
    "liability",
  ],
  clauses: [
    {
      purpose: "goals",
      title: { zh: "建设目标", en: "Aim" },
      text: "双方共建产业学院，围绕培养模式、专业、课程、实习实训基地、教师队伍、产学研平台和管理体制开展建设。",
    },
    {
      purpose: "organs",
      title: { zh: "组织机构", en: "Organs" },
      text: "产业学院设理事会和院务会，理事会由双方按约定席位组成，每年至少召开两次会议，会议的决定和行动项在平台登记。",
    },
    {
      purpose: "training_plan",
      title: { zh: "培养模式与专业", en: "Training and majors" },
      text: "双方共同制定培养方案，按照产业需要调整专业方向，年度招生规模见承诺表。",
    },
    {
      purpose: "courses",
      title: { zh: "校企课程", en: "Joint courses" },
      text: "双方共同开发课程、教材和实践项目，成果共有。",
    },
    {
      purpose: "premises",
      title: { zh: "实习实训基地", en: "Training base" },
      text: "双方共建共用基地，设备清单和开放时间作为附件。",
    },
    {
      purpose: "teachers",
      title: { zh: "教师队伍", en: "Teachers" },
      text: "企业技术骨干到学院任教，学校教师到企业实践，人数与时长见承诺表。",
    },
    {
      purpose: "resources",
      title: { zh: "投入", en: "Contributions" },
      text: "各方投入按来源逐笔登记，固定资产的权属归投入方，另有约定的除外。",
    },
    {
      purpose: "benefit",
      title: { zh: "利益共享", en: "Sharing of benefits" },
      text: "技术服务、培训和成果转化的收益，扣除成本后按照约定比例分配，并优先用于学院建设。",
    },
    term,
    ...FOR_STUDENTS,
    ...SHARED,
  ],
  commitments: [
    { title: "共建课程", quantity: 8, unit: "门", by: "school", to: "enterprise" },
    { title: "企业技术骨干任教", quantity: 480, unit: "课时", by: "enterprise", to: "school" },
    { title: "教师企业实践", quantity: 20, unit: "人月", by: "school", to: "enterprise" },
    { title: "技术服务项目", quantity: 6, unit: "个", by: "school", to: "enterprise" },
  ],
};

export const SCHOOL_SCHOOL: Template = {
  ...common,
  id: "school-school-2026",
  kind: "school_school",
  title: { zh: "校际合作协议（职普融通）", en: "School-to-school agreement" },
  summary: { zh: "课程互选、学分互认、资源共享", en: "Shared courses, credit recognition, shared resources" },
  source: { document: LAW, article: { zh: "第十七条", en: "article 17" }, verified: true },
  years: 3,
  reviewMonths: 6,
  acceptsInterns: false,
  roles: ["school", "partner_school"],
  mandatory: [
    "goals",
    "courses",
    "credits",
    "teachers",
    "data",
    "safety",
    "fees",
    "term",
    "exit",
    "liability",
  ],
  clauses: [
    {
      purpose: "goals",
      title: { zh: "合作目标", en: "Aim" },
      text: "双方推动职业教育与普通教育相互融通，共同开设课程，互认学习成果。",
    },
    {
      purpose: "courses",
      title: { zh: "课程互选", en: "Shared courses" },
      text: "双方每学期公布可以互选的课程、名额和时间，任课教师由开课学校安排。",
    },
    {
      purpose: "credits",
      title: { zh: "学分与学习成果互认", en: "Recognition of credits" },
      text: "学生在对方学校取得的合格成绩，按照双方共同确认的规则折算学分，折算规则公开。",
    },
    {
      purpose: "teachers",
      title: { zh: "教师与资源共享", en: "Teachers and resources" },
      text: "双方教师互聘授课，实训室、实验室按照约定时间开放。",
    },
    {
      purpose: "safety",
      title: { zh: "学生安全", en: "Safety" },
      text: "学生往返和在对方学校期间的管理责任按照约定划分，双方共同制定应急预案。",
    },
    term,
    ...SHARED,
  ],
  commitments: [
    { title: "开放互选课程", quantity: 4, unit: "门", by: "school", to: "partner_school" },
    { title: "参加课程的学生", quantity: 60, unit: "人", by: "partner_school", to: "school" },
  ],
};

export const TRIPARTITE: Template = {
  ...common,
  drafted: false,
  id: "tripartite-internship-2026",
  kind: "tripartite_internship",
  title: { zh: "职业学校学生岗位实习三方协议", en: "Tripartite internship agreement" },
  summary: { zh: "学校、企业、学生三方，逐人签订", en: "School, host and student, one for each student" },
  source: { document: HOUSE, article: null, verified: false },
  years: 1,
  reviewMonths: 1,
  acceptsInterns: true,
  roles: ["enterprise", "school"],
  mandatory: [
    "content",
    "term",
    "safety",
    "pay",
    "insurance",
    "mentors",
    "fees",
    "assessment",
    "consent",
    "exit",
    "liability",
    "disputes",
  ],
  clauses: [
    {
      purpose: "content",
      title: { zh: "实习岗位与内容", en: "Post and tasks" },
      text: "实习岗位、地点、与专业的对应关系和主要任务逐人写明，未经学生和学校同意不得调岗。",
    },
    {
      purpose: "term",
      title: { zh: "实习期限与时间", en: "Period and hours" },
      text: "实习起止日期、每日和每周工作时间逐人写明，不安排夜班、加班和法定节假日实习。",
    },
    {
      purpose: "mentors",
      title: { zh: "指导教师与企业导师", en: "Teacher and mentor" },
      text: "学校和企业各指定一名指导人员，姓名和联系方式写明，变更时及时告知学生。",
    },
    {
      purpose: "assessment",
      title: { zh: "实习考核", en: "Assessment" },
      text: "由学校和企业共同考核，考核结果告知学生，学生有权申诉。",
    },
    {
      purpose: "consent",
      title: { zh: "知情同意", en: "Informed consent" },
      text: "学生本人已阅读并理解本协议；未满十八周岁的，附监护人签署的知情同意书。",
    },
    ...FOR_STUDENTS,
    ...pick(SHARED, "fees", "data", "liability", "disputes", "exit"),
  ],
  commitments: [],
};
