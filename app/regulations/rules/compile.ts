import { type Calendar, publishedCalendar } from "./calendar";
import type { FactKey, Facts } from "./facts/dictionary";
import type { Env, Pack, Part, Problem, Rule, Stage, Verdict } from "./rule";

/** The rules that apply on one date in one region at one stage, ready to be asked many times. */
export type RuleBook = { readonly rules: readonly Rule[]; readonly env: Env };

type BookOf = {
  /** Civil date of submission: a rule applies to what was submitted while it was in force. */
  on: string;
  /** Region code of the place, six digits, or null when only national rules are meant. */
  region: string | null;
  /** Null asks every stage. */
  stage: Stage | null;
  packs: readonly Pack[];
  calendar?: Calendar;
};

const applies = (rule: Rule, on: string, region: string | null, stage: Stage | null) =>
  rule.validFrom <= on &&
  (rule.validTo === null || on <= rule.validTo) &&
  (rule.region === null || (region?.startsWith(rule.region) ?? false)) &&
  (stage === null || rule.stages.includes(stage));

/**
 * Chooses the rules in force. A narrower rule that names others in `replaces` takes their place.
 * @returns the book; empty when no pack knows a rule for that date and place
 */
export const ruleBook = ({ on, region, stage, packs, calendar = publishedCalendar }: BookOf): RuleBook => {
  const inForce = packs.flatMap((pack) => pack.rules.filter((rule) => applies(rule, on, region, stage)));
  const replaced = new Set(inForce.flatMap((rule) => rule.replaces));
  const rules = inForce
    .filter((rule) => !replaced.has(rule.id))
    .map((rule) => (stage === null ? rule : { ...rule, mentionedBy: null }));
  return { rules, env: { on, calendar } };
};

/** How bad a verdict is; the whole takes the worst of its parts. */
export const RANK: { readonly [V in Verdict]: number } = { pass: 0, warn: 1, missing: 2, block: 3 };

/** The worse of two verdicts. */
export const worse = (a: Verdict, b: Verdict): Verdict => (RANK[a] >= RANK[b] ? a : b);

/** What one part found: nothing to ask, all well, a problem, or facts it lacks. */
export type PartOutcome = "not_applicable" | "pass" | "missing" | Problem;

const anyKnown = (facts: Facts, keys: readonly FactKey[]) => {
  for (const key of keys) if (facts[key] !== undefined) return true;
  return false;
};

const allKnown = (facts: Facts, keys: readonly FactKey[]) => {
  for (const key of keys) if (facts[key] === undefined) return false;
  return true;
};

/**
 * Asks one part of a rule. A premise known not to hold settles it; otherwise every fact it needs must be known.
 * Allocates nothing when all is well.
 */
export const askPart = (rule: Rule, part: Part, facts: Facts, env: Env): PartOutcome => {
  let unknown = false;
  for (const premise of part.premises) {
    if (!allKnown(facts, premise.needs)) unknown = true;
    else if (!premise.holds(facts, rule.thresholds, env)) return "not_applicable";
  }
  if (unknown || !allKnown(facts, part.needs)) return "missing";
  if (part.oneOf.length > 0 && !anyKnown(facts, part.oneOf)) return "missing";
  return part.check(facts, rule.thresholds, env) ?? "pass";
};

/** True when a rule that waits to be mentioned has not been: none of the facts that call for it was submitted. */
export const unmentioned = (rule: Rule, facts: Facts) =>
  rule.mentionedBy !== null && !anyKnown(facts, rule.mentionedBy);

/** The verdict a problem carries, its own or the one of the rule's severity. */
export const verdictOfProblem = (rule: Rule, problem: Problem): Exclude<Verdict, "pass"> => {
  if (problem.verdict) return problem.verdict;
  return rule.severity === "block" || rule.severity === "evidence" ? "block" : "warn";
};

/**
 * Only the verdict, for rosters and statistics: no findings are made, and the first block ends it.
 * @returns "missing" when no rule was asked, because then none could have passed
 */
export const verdictBy = (book: RuleBook, facts: Facts): Verdict => {
  let verdict: Verdict = "pass";
  let asked = false;
  for (const rule of book.rules) {
    if (unmentioned(rule, facts)) continue;
    asked = true;
    for (const part of rule.parts) {
      const outcome = askPart(rule, part, facts, book.env);
      if (outcome === "pass" || outcome === "not_applicable") continue;
      verdict = worse(verdict, outcome === "missing" ? "missing" : verdictOfProblem(rule, outcome));
      if (verdict === "block") return verdict;
    }
  }
  return asked ? verdict : "missing";
};
