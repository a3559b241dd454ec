import { boolean, choice, choices, date, integer } from "./kinds";

/** Facts about apprenticeship agreements and school–enterprise cooperation agreements. */
export const partnershipFacts = {
  "apprenticeship.status": choice(
    {
      student: { zh: "学生学徒（在校生，不建立劳动关系）", en: "student apprentice (no labour contract)" },
      enterprise: { zh: "企业学徒（签订劳动合同的职工）", en: "enterprise apprentice (labour contract)" },
      joint: { zh: "联合招收的学徒", en: "jointly enrolled apprentice" },
    },
    ["学徒身份", "三种学徒身份之一"],
    ["Apprentice's status", "One of three statuses"],
    "joint",
  ),
  "apprenticeship.agreementSignedOn": date(
    ["学徒培养协议签署日期", "联合招收学徒须签订学徒培养协议"],
    ["Training agreement signed on", "The apprentice training agreement"],
    "2026-08-15",
  ),
  "apprenticeship.labourContractMonths": integer(
    "months",
    600,
    ["劳动合同期限", "与企业的劳动合同月数；没有填 0"],
    ["Labour contract length", "Months of the contract with the enterprise; 0 when none"],
    0,
  ),
  "apprenticeship.clauses": choices(
    {
      identity: { zh: "各方与双重身份", en: "parties and status" },
      occupation: { zh: "培养职业与等级目标", en: "occupation and target level" },
      schedule: { zh: "期限与工学交替安排", en: "period and alternation" },
      plan: { zh: "培养方案", en: "training plan" },
      mentors: { zh: "双导师", en: "mentors" },
      pay: { zh: "报酬或津贴", en: "pay or allowance" },
      insurance: { zh: "保险", en: "insurance" },
      safety: { zh: "安全", en: "safety" },
      confidentiality: { zh: "知识产权与保密", en: "IP and confidentiality" },
      assessment: { zh: "考核与证书", en: "assessment and certificate" },
      employment: { zh: "就业意向", en: "employment intention" },
      exit: { zh: "退出与转出", en: "exit and transfer" },
      breach: { zh: "违约责任", en: "breach" },
    },
    ["培养协议已有条款", "学徒培养协议中已经写明的条款"],
    ["Clauses present", "Clauses the training agreement contains"],
    ["identity", "occupation", "schedule", "plan", "mentors", "pay", "insurance"],
  ),
  "cooperation.signed": boolean(
    ["是否已签订合作协议", "校企合作书面协议"],
    ["Cooperation agreement signed", "A written agreement"],
    true,
  ),
  "cooperation.rightsAndDuties": boolean(
    ["协议是否明确权利义务", "写明各方权利和义务"],
    ["Rights and duties defined", "The agreement defines both sides' rights and duties"],
    true,
  ),
  "cooperation.acceptsInterns": boolean(
    ["是否包含接收实习学生", "合作内容含学生实习"],
    ["Takes interns", "The cooperation includes internships"],
    true,
  ),
  "cooperation.start": date(
    ["合作开始日期", "协议起始日"],
    ["Cooperation starts", "First day of the term"],
    "2026-09-01",
  ),
  "cooperation.end": date(
    ["合作结束日期", "协议到期日"],
    ["Cooperation ends", "Last day of the term"],
    "2029-08-31",
  ),
  "cooperation.forms": choices(
    {
      curriculum: {
        zh: "合作设置专业、开发标准课程教材",
        en: "majors, standards, courses and teaching material",
      },
      training: {
        zh: "合作制定方案、互聘人员、互相支持实习实训与成果转化",
        en: "plans, staff exchange, practice and technology transfer",
      },
      apprenticeship: { zh: "学徒制合作、联合招收学员", en: "apprenticeship and joint enrolment" },
      joint_institution: { zh: "合作办学、共建基地与中心", en: "joint institutions, bases and centres" },
      standards: { zh: "合作研发岗位规范、质量标准", en: "post and quality standards" },
      competition: { zh: "组织竞赛、试点、文化传承与社会服务", en: "competitions, pilots and service" },
      other: { zh: "法律法规未禁止的其他方式", en: "other lawful forms" },
    },
    ["合作形式", "七种合作形式中的一种或多种"],
    ["Cooperation forms", "One or more of the seven forms"],
    ["training"],
  ),
} as const;
