/** One clause of the tripartite agreement; ids are the codes of the facts `agreement.clauses` and `apprenticeship.clauses`. */
export type TripartiteClause = { id: string; title: string; text: string };

/** The version of the house's text: a change of words is a new version, never an edit. */
export const TRIPARTITE_TEMPLATE = "tripartite-internship-2026";

/**
 * The clauses every tripartite agreement holds, in the house's own words. Source: the checklist of clauses of 《职业学校学生
 * 实习管理规定》 (2016 art. 13 as read; the numbers of 2021 are not confirmed: house rule).
 */
export const TRIPARTITE_CLAUSES: readonly TripartiteClause[] = [
  {
    id: "parties",
    title: "各方",
    text: "本协议由学校、实习单位和学生三方订立，各方信息以文首为准。学生在实习期间保留在校学生身份。",
  },
  {
    id: "content",
    title: "实习内容与条件",
    text: "实习的岗位、任务、地点和起止日期以文首所列为准，未经三方同意不得变更。实习单位提供完成任务所需的场地、设备和指导；学校与实习单位各指定一名导师，全程指导。",
  },
  {
    id: "rest",
    title: "食宿、工作时间和休息",
    text: "工作时间以文首所列为准，每日不超过八小时，每周不超过四十小时。不得安排学生在法定节假日实习，不得安排加班和夜班；确因专业需要的，须事先备案并另行书面约定。住宿方式以文首所列为准。",
  },
  {
    id: "pay",
    title: "实习报酬",
    text: "实习报酬以文首所列数额为准，由实习单位以货币形式、按约定日期直接支付到学生本人账户，支付周期不超过一个月。任何一方不得向学生收取押金、培训费、管理费等任何费用，不得要求学生提供担保，不得扣押学生的身份证件、学生证等证件。",
  },
  {
    id: "protection",
    title: "劳动保护与安全",
    text: "实习单位提供符合国家标准的劳动防护用品和安全、卫生条件，如实告知岗位的危险因素。学生须经安全教育培训并考核合格后上岗。不得安排学生从事法律法规禁止的工作；未满十八周岁的学生和女学生另受特别保护。",
  },
  {
    id: "insurance",
    title: "保险与伤亡事故",
    text: "实习责任保险由文首所列一方投保并承担费用，保险期间覆盖实习全程，不得向学生收取保费，不得从实习报酬中抵扣。发生伤亡事故时，实习单位立即救治并通知学校和家长；保险赔付不足的部分，由学校和实习单位按照过错和法律规定承担。",
  },
  {
    id: "assessment",
    title: "实习考核",
    text: "学校与实习单位共同考核，过程与结果相结合，成绩记入学业评价。不简单套用实习单位的考勤制度和员工考核标准。",
  },
  {
    id: "breach",
    title: "违约责任",
    text: "学校或实习单位违反本协议，给学生造成损失的，依法承担责任。学生可以随时说明理由终止实习，不因此承担赔付责任；应得的报酬足额支付。",
  },
  {
    id: "other",
    title: "其他约定",
    text: "各方依法保护学生的个人信息，学生保守在实习中知悉的商业秘密。争议由各方协商解决，协商不成的依法申请调解、仲裁或者提起诉讼。本协议自最后一方签署之日起生效，不早于该日。",
  },
];

/** What an apprenticeship adds: the least clauses of a training agreement. Source: 《职业教育法》 art. 30; house list. */
export const APPRENTICE_CLAUSES: readonly TripartiteClause[] = [
  {
    id: "identity",
    title: "学徒身份",
    text: "学徒的身份以文首所列为准，身份变更须三方另行书面约定。",
  },
  {
    id: "occupation",
    title: "培养目标",
    text: "各方共同把学徒培养到文首所列职业的岗位要求，并支持其参加相应的职业技能等级评价。",
  },
  {
    id: "schedule",
    title: "工学交替",
    text: "学校学习与岗位培养交替进行，每学期的安排由学校和实习单位事先书面告知学徒。",
  },
  {
    id: "plan",
    title: "培养方案",
    text: "学校与实习单位共同制订培养方案，列明课程、岗位任务、学时和考核要求。",
  },
  { id: "mentors", title: "双导师", text: "学校导师与企业导师以文首所列为准，更换须告知学徒。" },
  {
    id: "safety",
    title: "安全培训",
    text: "上岗前和换岗前由实习单位进行安全培训并考核，记录由双方保存。",
  },
  {
    id: "confidentiality",
    title: "知识产权与保密",
    text: "学徒在培养期间完成的成果，署名权归学徒；归属与收益另有书面约定的从约定。",
  },
  {
    id: "employment",
    title: "就业意向",
    text: "实习单位可以优先录用合格学徒，学徒有权自主择业，不因此影响报酬和证书。",
  },
  {
    id: "exit",
    title: "退出与转出",
    text: "学徒可以申请退出或转到其他单位，学校负责衔接，已完成的学习予以认定。",
  },
];
