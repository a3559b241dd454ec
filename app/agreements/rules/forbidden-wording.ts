import { findForbiddenClauses } from "~/regulations/rules/forbidden-clauses";
import type { AgreementContent } from "./content";
import { type ContentFinding, finding } from "./finding";
import type { Bilingual } from "./templates/template";

type Wording = { readonly id: string; readonly pattern: RegExp; readonly why: Bilingual };

/** Wording found in agreements between organizations that works against students or hollows a promise. House list. */
const WORDINGS: readonly Wording[] = [
  {
    id: "agency_fee",
    pattern: /(介绍费|居间费|人头费|返点|招生提成)/g,
    why: { zh: "不得以介绍学生收取或支付费用", en: "no payment for introducing students" },
  },
  {
    id: "papers",
    pattern: /(扣留|扣押|收缴|代为保管)[^，,。；;\n]{0,8}(证件|身份证|毕业证|银行卡|学生证)/g,
    why: { zh: "不得扣留学生证件", en: "no keeping of students' papers" },
  },
  {
    id: "own_risk",
    pattern:
      /(工伤|安全|意外|伤亡)[^。；;\n]{0,12}(自行承担|自负|概不负责|与甲方无关|与企业无关|与学校无关)/g,
    why: { zh: "不得把安全责任推给学生", en: "safety may not be left to the student" },
  },
  {
    id: "student_penalty",
    pattern: /学生[^。；;\n]{0,20}(支付|缴纳|承担)[^，,。；;\n]{0,8}(违约金|赔偿金|罚款)/g,
    why: { zh: "不得向学生收取违约金或者罚款", en: "no penalties for students" },
  },
  {
    id: "diploma",
    pattern: /(扣发|缓发|不予?发放?)[^，,。；;\n]{0,6}(毕业证|学历证书)/g,
    why: { zh: "毕业证书不得与留任挂钩", en: "a diploma may not depend on staying" },
  },
  {
    id: "dispatch",
    pattern: /(劳务派遣|人力资源公司|劳务公司)[^，,。；;\n]{0,10}(安排|组织|代为|负责)/g,
    why: { zh: "不得由劳务派遣或者中介机构组织实习", en: "no dispatch agency may organize internships" },
  },
  {
    id: "back_date",
    pattern: /(追溯|倒签|补签)(至|到|于|自)/g,
    why: { zh: "协议不得倒签，生效不早于最后一方签署之日", en: "no back-dating" },
  },
];

const DENIED = /(不得|不可|不能|不会|不应|不|禁止|严禁|无需|未经|拒绝)[^，,；;。！？!?\n]{0,24}$/;

export type ForbiddenHit = { term: string; why: Bilingual; sentence: string };

const sentenceAround = (text: string, at: number): string => {
  const start =
    Math.max(...["。", "；", ";", "\n", "！", "？"].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
  const rest = text.slice(at).search(/[。；;\n！？]/);
  return text.slice(start, rest < 0 ? undefined : at + rest).trim();
};

/**
 * Forbidden wording in one text. Goes in: any text. Comes out: each term once with why it is forbidden and the sentence
 * it stands in; wording its own sentence denies ("不得收取押金") is not reported. Sources: the house lists of the
 * regulations room and of this file.
 */
export const findForbiddenWording = (text: string): ForbiddenHit[] => {
  const hits = new Map<string, ForbiddenHit>();
  for (const found of findForbiddenClauses(text)) {
    hits.set(found.term, { term: found.term, why: found.why, sentence: found.clause });
  }
  for (const wording of WORDINGS) {
    for (const match of text.matchAll(wording.pattern)) {
      const sentence = sentenceAround(text, match.index);
      const before = text.slice(Math.max(0, match.index - 40), match.index);
      if (DENIED.test(before) || hits.has(match[0])) continue;
      hits.set(match[0], { term: match[0], why: wording.why, sentence });
    }
  }
  return [...hits.values()].slice(0, 20);
};

/** Forbidden wording in every clause, as findings that stop signing and name the clause. */
export const forbiddenFindings = (content: Pick<AgreementContent, "clauses">): ContentFinding[] =>
  content.clauses.flatMap((clause) =>
    findForbiddenWording(`${clause.title}\n${clause.text}`).map((hit, index) =>
      finding(
        `forbidden:${clause.id}:${index}`,
        "block",
        "forbidden",
        {
          clause: clause.title,
          term: hit.term,
          whyZh: hit.why.zh,
          whyEn: hit.why.en,
          sentence: hit.sentence.slice(0, 120),
        },
        clause.id,
      ),
    ),
  );
