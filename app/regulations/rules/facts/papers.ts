import { boolean, choice, choices, date, text } from "./kinds";

/** Facts about agreements, insurance, filings, mentoring, assessment and the archive. */
export const paperFacts = {
  "agreement.signedBySchool": date(
    ["学校签署协议日期", "三方协议学校签章日"],
    ["School signed on", "Tripartite agreement"],
    "2026-08-20",
  ),
  "agreement.signedByHost": date(
    ["实习单位签署协议日期", "三方协议单位签章日"],
    ["Host signed on", "Tripartite agreement"],
    "2026-08-21",
  ),
  "agreement.signedByStudent": date(
    ["学生签署协议日期", "三方协议学生签字日"],
    ["Student signed on", "Tripartite agreement"],
    "2026-08-22",
  ),
  "agreement.clauses": choices(
    {
      parties: { zh: "各方基本信息", en: "the parties" },
      content: { zh: "实习时间、地点、内容、要求与条件保障", en: "time, place, content and conditions" },
      rest: { zh: "食宿、工作时间和休息休假", en: "board, hours and rest" },
      pay: { zh: "实习报酬及支付方式", en: "pay and how it is paid" },
      protection: { zh: "劳动保护与职业病危害防护", en: "labour protection" },
      insurance: { zh: "责任保险与伤亡事故处理", en: "insurance and accidents" },
      assessment: { zh: "实习考核方式", en: "assessment" },
      breach: { zh: "违约责任", en: "breach" },
      other: { zh: "其他约定", en: "other terms" },
    },
    ["协议已有条款", "三方协议中已经写明的条款"],
    ["Clauses present", "Clauses the tripartite agreement contains"],
    ["parties", "content", "rest", "pay", "protection", "insurance", "assessment", "breach", "other"],
  ),
  "agreement.text": text(
    ["协议正文", "用于检查违法条款"],
    ["Agreement text", "Scanned for unlawful clauses"],
    "实习报酬按月支付给学生本人。",
  ),
  "insurance.liability": boolean(
    ["是否投保实习责任保险", "为该学生投保实习责任保险"],
    ["Internship liability insurance", "The student is covered"],
    true,
  ),
  "insurance.policyNo": text(
    ["保单号", "实习责任保险保单号"],
    ["Policy number", "Of the liability insurance"],
    "PZAB202644010000001234",
  ),
  "insurance.from": date(
    ["保险起期", "不晚于实习开始"],
    ["Insured from", "Not later than the start"],
    "2026-09-01",
  ),
  "insurance.to": date(
    ["保险止期", "不早于实习结束"],
    ["Insured to", "Not earlier than the end"],
    "2027-01-31",
  ),
  "insurance.payer": choice(
    {
      school: { zh: "学校", en: "the school" },
      host: { zh: "实习单位", en: "the host" },
      student: { zh: "学生", en: "the student" },
      wage_deduction: { zh: "从实习报酬中抵扣", en: "deducted from pay" },
    },
    ["保费由谁承担", "不得向学生收取或从报酬中抵扣"],
    ["Premium paid by", "Never by the student or out of the pay"],
    "school",
  ),
  "insurance.workInjury": boolean(
    ["是否参加工伤保险", "地方允许实习生参加工伤保险的，填实际情况"],
    ["Work-injury insurance", "Where the province opens it to interns"],
    true,
  ),
  "filing.planFiledOn": date(
    ["实习方案备案日期", "岗位实习方案报上级主管部门备案"],
    ["Plan filed on", "Whole plan filed with the authority"],
    "2026-07-15",
  ),
  "filing.crossProvinceAgreedOn": date(
    ["跨省实习主管部门同意日期", "学校主管部门同意跨省或境外实习"],
    ["Cross-province agreed on", "The school's authority agreed"],
    "2026-07-10",
  ),
  "filing.provincialFiledOn": date(
    ["省级主管部门备案日期", "跨省或境外实习报省级主管部门备案"],
    ["Provincial filing on", "Filed with the provincial authority"],
    "2026-07-20",
  ),
  "filing.specialNo": text(
    ["特殊专业（岗位）备案号", "确有需要并事先备案的编号"],
    ["Special filing number", "Number of the prior filing for special majors or posts"],
    "示教备〔2026〕12号",
  ),
  "filing.specialScope": choices(
    {
      high_risk: { zh: "高风险岗位", en: "high-risk work" },
      rest_days: { zh: "休息日、法定节假日", en: "rest days and holidays" },
      night_overtime: { zh: "加班和夜班", en: "overtime and night shifts" },
    },
    ["特殊备案范围", "备案包含的事项"],
    ["Special filing covers", "What the filing covers"],
    ["night_overtime"],
  ),
  "filing.specialFrom": date(
    ["特殊备案起始日", "备案生效日"],
    ["Special filing from", "First day covered"],
    "2026-09-01",
  ),
  "filing.specialTo": date(
    ["特殊备案截止日", "备案到期日"],
    ["Special filing to", "Last day covered"],
    "2027-01-31",
  ),
  "mentor.school": boolean(
    ["学校是否指定指导教师", "双导师之一"],
    ["School mentor appointed", "One of two mentors"],
    true,
  ),
  "mentor.host": boolean(
    ["单位是否指定企业导师", "双导师之一"],
    ["Host mentor appointed", "One of two mentors"],
    true,
  ),
  "mentor.lastCheckOn": date(
    ["最近一次巡查日期", "指导教师最近一次检查并留有记录"],
    ["Last check on", "Latest recorded check by the instructor"],
    "2026-10-12",
  ),
  "assessment.copiesStaffRules": boolean(
    ["是否简单套用单位考勤或员工标准", "考勤考核直接照搬员工制度"],
    ["Staff rules copied", "Attendance or assessment simply copies the staff rules"],
    false,
  ),
  "assessment.jointly": boolean(
    ["是否校企共同考核", "学校与单位共同评定"],
    ["Assessed jointly", "By school and host together"],
    true,
  ),
  "assessment.process": boolean(
    ["是否包含过程考核", "过程与结果相结合"],
    ["Process assessed", "Process as well as result"],
    true,
  ),
  "archive.items": choices(
    {
      agreement: { zh: "三方协议", en: "tripartite agreement" },
      plan: { zh: "实习方案", en: "plan" },
      report: { zh: "学生实习报告", en: "student's report" },
      result: { zh: "考核结果", en: "assessment result" },
      log: { zh: "实习日志", en: "log" },
      checks: { zh: "检查记录", en: "check records" },
      summary: { zh: "实习总结", en: "summary" },
      evidence: { zh: "佐证材料", en: "supporting evidence" },
    },
    ["已归档材料", "立卷归档的材料"],
    ["Archived items", "What has been archived"],
    ["agreement", "plan", "report", "result", "log", "checks", "summary", "evidence"],
  ),
  "registration.reportedOn": date(
    ["系统登记备案日期", "在信息化监管系统登记的日期"],
    ["Registered on", "Entered into the supervision system"],
    "2026-08-28",
  ),
} as const;
