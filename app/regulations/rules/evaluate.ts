import type { Calendar } from "./calendar";
import { askPart, type RuleBook, ruleBook, unmentioned, verdictOfProblem, worse } from "./compile";
import { definitionOf, type FactKey, type Facts, type FactValue } from "./facts/dictionary";
import type { Bilingual } from "./facts/kinds";
import { PACKS } from "./packs/all";
import type { MessageValue, Pack, Part, Problem, Rule, Source, Stage, Verdict, Who } from "./rule";

/** The verdict of one rule on one subject, with what it rests on and what to do. */
export type Finding = {
  rule: string;
  title: Bilingual;
  verdict: Verdict;
  /** False when the rule's premise does not hold (the rule for minors and an adult): a pass that asked nothing. */
  applies: boolean;
  facts: { [K in FactKey]?: FactValue };
  /** Facts the rule lacks; only with the verdict "missing" or beside a worse one. */
  missing: FactKey[];
  /** Document and article where both were verified, else "house rule". */
  article: Bilingual;
  verified: boolean;
  message: Bilingual;
  fix: Bilingual;
  who: Who;
};

export type Evaluation = { verdict: Verdict; findings: Finding[] };

export const HOUSE_RULE: Bilingual = { zh: "内部规则", en: "house rule" };

/** How a source may be quoted: document and article when both were verified, else "house rule". */
export const citation = (source: Source): Bilingual =>
  source.verified && source.article
    ? { zh: `${source.document.zh}${source.article.zh}`, en: `${source.document.en}, ${source.article.en}` }
    : HOUSE_RULE;

const isBilingual = (value: MessageValue): value is Bilingual =>
  typeof value === "object" && !Array.isArray(value);

const show = (value: MessageValue, language: "zh" | "en"): string => {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (isBilingual(value)) return value[language];
  return value.map((one) => one[language]).join(language === "zh" ? "、" : ", ");
};

const fill = (text: Bilingual, values: Problem["values"] = {}): Bilingual => {
  const inOne = (language: "zh" | "en") =>
    text[language].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : show(value, language);
    });
  return { zh: inOne("zh"), en: inOne("en") };
};

const joined = (texts: readonly Bilingual[]): Bilingual => {
  const unique = [...new Map(texts.map((text) => [text.zh, text])).values()];
  return { zh: unique.map((text) => text.zh).join(""), en: unique.map((text) => text.en).join(" ") };
};

const lacking = (part: Part, facts: Facts): FactKey[] => {
  const inPremises = part.premises.flatMap((premise) =>
    premise.needs.filter((key) => facts[key] === undefined),
  );
  if (inPremises.length > 0) return inPremises;
  const inNeeds = part.needs.filter((key) => facts[key] === undefined);
  const none = part.oneOf.length > 0 && part.oneOf.every((key) => facts[key] === undefined);
  return none ? [...inNeeds, ...part.oneOf] : inNeeds;
};

const factsUsed = (rule: Rule, facts: Facts): Finding["facts"] => {
  const used: Finding["facts"] = {};
  for (const part of rule.parts) {
    const keys = [
      ...part.premises.flatMap((premise) => premise.needs),
      ...part.needs,
      ...part.oneOf,
      ...part.uses,
    ];
    for (const key of keys) {
      const value = facts[key];
      if (value !== undefined) used[key] = value;
    }
  }
  return used;
};

const lackMessage = (keys: readonly FactKey[]): { message: Bilingual; fix: Bilingual } => {
  const labels = keys.map((key) => definitionOf(key).label);
  const list = { zh: show(labels, "zh"), en: show(labels, "en") };
  return {
    message: { zh: `无法判定，缺少：${list.zh}。`, en: `Cannot be decided without: ${list.en}.` },
    fix: { zh: `请补充：${list.zh}。`, en: `Please provide: ${list.en}.` },
  };
};

const PASSED = {
  message: (rule: Rule): Bilingual => ({ zh: `符合：${rule.title.zh}。`, en: `Kept: ${rule.title.en}.` }),
  notAsked: (rule: Rule): Bilingual => ({
    zh: `不适用：${rule.title.zh}。`,
    en: `Does not apply: ${rule.title.en}.`,
  }),
  fix: { zh: "", en: "" },
};

const findingOf = (rule: Rule, facts: Facts, env: RuleBook["env"]): Finding => {
  let verdict: Verdict = "pass";
  let applies = false;
  const problems: Problem[] = [];
  const missing: FactKey[] = [];
  for (const part of rule.parts) {
    const outcome = askPart(rule, part, facts, env);
    if (outcome === "not_applicable") continue;
    applies = true;
    if (outcome === "pass") continue;
    if (outcome === "missing") {
      missing.push(...lacking(part, facts));
      verdict = worse(verdict, "missing");
      continue;
    }
    problems.push(outcome);
    verdict = worse(verdict, verdictOfProblem(rule, outcome));
  }
  const absent = [...new Set(missing)];
  const said = problems.flatMap((problem) => {
    const fail = rule.fails[problem.because];
    return fail ? [{ message: fill(fail.message, problem.values), fix: fill(fail.fix, problem.values) }] : [];
  });
  if (absent.length > 0) said.push(lackMessage(absent));
  const quiet = applies ? PASSED.message(rule) : PASSED.notAsked(rule);
  return {
    rule: rule.id,
    title: rule.title,
    verdict,
    applies,
    facts: factsUsed(rule, facts),
    missing: absent,
    article: citation(rule.source),
    verified: rule.source.verified,
    message: said.length > 0 ? joined(said.map((one) => one.message)) : quiet,
    fix: said.length > 0 ? joined(said.map((one) => one.fix)) : PASSED.fix,
    who: rule.who,
  };
};

/**
 * Asks every rule of a book about one subject.
 * @returns the worst verdict and one finding a rule, in the order of the book; "missing" when no rule was asked
 */
export const evaluateBy = (book: RuleBook, facts: Facts): Evaluation => {
  const findings = book.rules
    .filter((rule) => !unmentioned(rule, facts))
    .map((rule) => findingOf(rule, facts, book.env));
  const verdict = findings.reduce<Verdict>(
    (worst, finding) => worse(worst, finding.verdict),
    findings.length === 0 ? "missing" : "pass",
  );
  return { verdict, findings };
};

export type EvaluationInput = {
  /** Civil date of submission. */
  on: string;
  /** Six-digit region code of the workplace, or null for the national rules alone. */
  region: string | null;
  /** The stage to ask; absent asks all, leaving out what nobody mentioned (cooperation, weeks, completion). */
  stage?: Stage;
  facts: Facts;
  packs?: readonly Pack[];
  calendar?: Calendar;
};

/**
 * Runs the rules in force on the date of submission in the region over the facts of one subject. Block outranks
 * missing, missing outranks warn, warn outranks pass; an unknown fact is missing, never a pass.
 */
export const evaluate = ({
  on,
  region,
  stage,
  facts,
  packs = PACKS,
  calendar,
}: EvaluationInput): Evaluation =>
  evaluateBy(ruleBook({ on, region, stage: stage ?? null, packs, calendar }), facts);
