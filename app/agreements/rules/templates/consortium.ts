import { pick, SHARED } from "./shared-clauses";
import { HOUSE, type Template, type TemplateClause } from "./template";

const charter = (goals: string): TemplateClause[] => [
  { purpose: "goals", title: { zh: "宗旨与任务", en: "Purpose and tasks" }, text: goals },
  {
    purpose: "organs",
    title: { zh: "组织机构", en: "Organs" },
    text: "设理事会、秘书处和工作组，席位、职责和议事规则见组织机构表。理事会每年至少召开两次会议，会议决定和行动项在平台登记并由责任方落实。",
  },
  {
    purpose: "duties",
    title: { zh: "成员职责", en: "Duties of members" },
    text: "各成员的任务、负责方、批准方、咨询方和知会方见职责表。连续两次不履行职责的成员，由理事会提示直至退出。",
  },
  {
    purpose: "benefit",
    title: { zh: "利益共享机制", en: "Sharing of benefits" },
    text: "共建课程、教材、专利、培训和技术服务的归属与收益分配见利益共享表，分配结果每年向全体成员公布。",
  },
  {
    purpose: "resources",
    title: { zh: "投入与资产", en: "Contributions and assets" },
    text: "成员投入的资金、设备、工时和材料按来源逐笔登记，权属清晰，任何成员可以查阅。",
  },
  {
    purpose: "term",
    title: { zh: "期限", en: "Term" },
    text: "本章程起止日期见首部，自最后一个发起成员签署之日起生效，不追溯既往。",
  },
  {
    purpose: "exit",
    title: { zh: "成员加入与退出", en: "Joining and leaving" },
    text: "新成员经理事会同意后签署本章程加入；成员退出应当提前三十日书面通知，并完成在办任务的交接。",
  },
];

const base = {
  kind: "consortium",
  source: { document: HOUSE, article: null, verified: false },
  validFrom: "2023-07-01",
  validTo: null,
  years: 3,
  reviewMonths: 6,
  acceptsInterns: false,
  apprenticeStatus: null,
  mandatory: ["goals", "organs", "duties", "benefit", "resources", "term", "exit", "liability", "disputes"],
  charter: true,
  drafted: true,
} as const;

const tail = pick(SHARED, "data", "review", "liability", "disputes");

export const CONSORTIA: readonly Template[] = [
  {
    ...base,
    id: "city-consortium-2026",
    title: { zh: "市域产教联合体章程", en: "Charter of a city industry–education consortium" },
    summary: {
      zh: "以产业园区为基础，政府、企业、学校共建",
      en: "Built on a park, by enterprises and schools",
    },
    roles: ["convener", "lead_enterprise", "lead_school", "member"],
    clauses: [
      ...charter(
        "以产业园区为基础，推动合作办学、合作育人、合作就业、合作发展，共同建设专业、课程、教材、教师和实习实训基地。",
      ),
      ...tail,
    ],
    commitments: [
      { title: "召开理事会会议", quantity: 4, unit: "次", by: "convener", to: "lead_school" },
      { title: "发布人才需求清单", quantity: 2, unit: "份", by: "lead_enterprise", to: "lead_school" },
      { title: "开放共享实训工位", quantity: 200, unit: "个", by: "lead_school", to: "lead_enterprise" },
    ],
  },
  {
    ...base,
    id: "industry-community-2026",
    title: { zh: "行业产教融合共同体章程", en: "Charter of an industry community" },
    summary: {
      zh: "龙头企业、高水平高校、职业学校三方牵头",
      en: "Led by one enterprise, one university, one vocational school",
    },
    roles: ["lead_enterprise", "lead_university", "lead_school", "member"],
    clauses: [
      ...charter(
        "由一家龙头企业、一所高水平高等学校和一所职业学校牵头，跨区域汇聚产教资源，开展供需对接、联合培养、技术攻关和教学资源开发。",
      ),
      ...tail,
    ],
    commitments: [
      { title: "供需对接会", quantity: 4, unit: "次", by: "lead_enterprise", to: "lead_school" },
      { title: "联合技术攻关项目", quantity: 3, unit: "个", by: "lead_university", to: "lead_enterprise" },
      { title: "共建教学资源", quantity: 10, unit: "项", by: "lead_school", to: "lead_enterprise" },
    ],
  },
  {
    ...base,
    id: "education-group-2026",
    title: { zh: "职业教育集团章程", en: "Charter of a vocational education group" },
    summary: { zh: "学校牵头，企业和学校多方参加", en: "Led by a school, with enterprises and schools" },
    roles: ["lead_school", "lead_enterprise", "member"],
    clauses: [
      ...charter("由职业学校牵头，联合企业、学校和行业组织，共享资源，协同育人，服务区域产业。"),
      ...tail,
    ],
    commitments: [
      { title: "共享课程", quantity: 12, unit: "门", by: "lead_school", to: "lead_enterprise" },
      { title: "员工培训", quantity: 600, unit: "人次", by: "lead_school", to: "lead_enterprise" },
    ],
  },
  {
    ...base,
    id: "three-leaders-2026",
    title: { zh: "专业共建“三组长制”章程", en: "Charter of a three-leader programme team" },
    summary: {
      zh: "企业、学校、行业各一名组长，共建一个专业",
      en: "Three leaders, from enterprise, school and industry body, build one programme",
    },
    roles: ["lead_enterprise", "lead_school", "convener", "member"],
    clauses: [
      ...charter(
        "由企业、学校和行业组织各派一名组长，共同负责一个专业的培养方案、课程、师资和基地建设，重大事项三位组长一致同意。",
      ),
      ...tail,
    ],
    commitments: [
      { title: "三组长联席会议", quantity: 6, unit: "次", by: "convener", to: "lead_school" },
      { title: "修订培养方案", quantity: 3, unit: "份", by: "lead_school", to: "lead_enterprise" },
    ],
  },
];
