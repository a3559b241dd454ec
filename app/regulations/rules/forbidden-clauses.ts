import type { Bilingual } from "./facts/kinds";

export type ForbiddenTerm = { readonly term: string; readonly why: Bilingual };

/** Terms whose presence in an agreement points to a clause the internship rules do not allow. House list. */
export const FORBIDDEN_TERMS: readonly ForbiddenTerm[] = [
  { term: "押金", why: { zh: "不得收取押金", en: "no deposits" } },
  { term: "保证金", why: { zh: "不得收取保证金", en: "no security money" } },
  { term: "服装费", why: { zh: "不得向学生收费", en: "no fees from students" } },
  { term: "培训费", why: { zh: "不得向学生收费", en: "no fees from students" } },
  { term: "管理费", why: { zh: "不得向学生收费", en: "no fees from students" } },
  { term: "提成", why: { zh: "不得从实习报酬中提成", en: "no commission on pay" } },
  { term: "中介", why: { zh: "不得通过中介安排", en: "no agencies" } },
  { term: "代收代付", why: { zh: "报酬须直接支付给学生", en: "pay goes directly to the student" } },
  { term: "扣押", why: { zh: "不得扣押证件", en: "no papers kept" } },
  { term: "身份证原件", why: { zh: "不得扣押证件", en: "no papers kept" } },
  { term: "不予支付", why: { zh: "报酬须足额支付", en: "pay is due in full" } },
  { term: "自愿加班", why: { zh: "不得安排加班", en: "no overtime" } },
  { term: "夜班", why: { zh: "不得安排夜班", en: "no night shifts" } },
];

const DENIALS =
  /(不得|不可|不能|不会|不应|不收|不向|不安排|不通过|不以|禁止|严禁|无需|无须|免收|免交|未经|拒绝)[^，,；;。！？!?\n]*$/;
const CLAUSE_BREAK = /[。！？!?；;\n]/;

export type ForbiddenClause = ForbiddenTerm & { readonly clause: string };

const MOST_FOUND = 20;

/**
 * Finds clauses that ask for what is not allowed. A term that its own clause denies ("不得收取押金") is not reported.
 * @param text the agreement's text, any length
 * @returns at most twenty clauses, in the order of the text, one entry a term
 */
export const findForbiddenClauses = (text: string): ForbiddenClause[] => {
  const found: ForbiddenClause[] = [];
  for (const clause of text.split(CLAUSE_BREAK)) {
    for (const forbidden of FORBIDDEN_TERMS) {
      const at = clause.indexOf(forbidden.term);
      if (at < 0 || isDenied(clause, forbidden.term)) continue;
      found.push({ ...forbidden, clause: clause.trim() });
      if (found.length === MOST_FOUND) return found;
    }
  }
  return found;
};

/** Every mention of the term must be denied; one that is not is enough to report the clause. */
const isDenied = (clause: string, term: string): boolean => {
  for (let at = clause.indexOf(term); at >= 0; at = clause.indexOf(term, at + term.length)) {
    if (!DENIALS.test(clause.slice(0, at))) return false;
  }
  return true;
};
