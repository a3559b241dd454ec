import type { TemplateClause } from "./template";

const clause = (
  purpose: TemplateClause["purpose"],
  zh: string,
  en: string,
  text: string,
): TemplateClause => ({
  purpose,
  title: { zh, en },
  text,
});

/** Clauses most agreements between organizations share. Own wording of the house; terms are copied, not referenced. */
export const SHARED: readonly TemplateClause[] = [
  clause(
    "rights",
    "权利和义务",
    "Rights and duties",
    "各方按照承诺表各自列明的数量和期限履行，并有权要求对方按表履行。一方提交的履行证据，另一方应当在十个工作日内确认或者说明异议；逾期不答复的，平台向双方负责人提示。",
  ),
  clause(
    "fees",
    "费用",
    "Fees",
    "任何一方不得以介绍工作、安排实习实训等名义向学生收取费用，不得收取押金，不得扣押学生证件，不得委托中介机构组织实习。",
  ),
  clause(
    "data",
    "个人信息保护",
    "Personal data",
    "各方只为履行本协议使用学生和教职工的个人信息；向对方提供学生信息前取得学生本人的单独同意，未满十八周岁的还应当取得监护人同意；协议结束后按约定删除或者返还。",
  ),
  clause(
    "review",
    "定期总结",
    "Regular review",
    "各方按照约定的间隔共同总结履行情况，记录已确认的数量、落后的承诺和补救安排。总结记录是判断本协议是否实质运行的依据之一。",
  ),
  clause(
    "liability",
    "违约责任",
    "Breach",
    "一方不能按期履行承诺的，应当提前说明原因并提出补救日期。因过错造成对方损失的，依法承担赔偿责任。任何违约责任不得转由学生承担。",
  ),
  clause(
    "disputes",
    "争议解决",
    "Disputes",
    "因履行本协议发生争议的，各方先行协商；协商不成的，可以提请主管部门调解，或者向有管辖权的人民法院起诉。",
  ),
  clause(
    "exit",
    "变更、中止和终止",
    "Change, suspension and end",
    "变更本协议应当签订补充协议。一方要求中止或者终止的，应当说明理由并提前三十日通知。终止时正在实习的学生，应当妥善完成或者转移其实习，不得因协议终止受到损失。",
  ),
];

/** What guards students whenever an enterprise takes them in. Source of the duty: Vocational Education Law, article 50. */
export const FOR_STUDENTS: readonly TemplateClause[] = [
  clause(
    "safety",
    "安全与劳动保护",
    "Safety",
    "企业按照国家规定提供安全的场所和劳动防护用品，上岗前进行安全教育并留存记录；不得安排学生从事禁止的作业，不安排夜班和加班；保障休息休假。",
  ),
  clause(
    "pay",
    "劳动报酬",
    "Pay",
    "上岗实习的学生有权获得适当的劳动报酬。报酬以货币形式按月足额、直接支付给学生本人，标准在三方实习协议中逐人写明。",
  ),
  clause(
    "insurance",
    "保险",
    "Insurance",
    "实习开始前为每名学生办理实习责任保险，注明投保人和保险责任；保险费用不得向学生收取，不得从报酬中扣除。",
  ),
];

/** Picks clauses by purpose, in the order asked. Throws (a mistake of the data) when one is missing. */
export const pick = (
  from: readonly TemplateClause[],
  ...purposes: TemplateClause["purpose"][]
): TemplateClause[] =>
  purposes.map((purpose) => {
    const found = from.find((one) => one.purpose === purpose);
    if (!found) throw new Error(`no shared clause for ${purpose}`);
    return found;
  });
