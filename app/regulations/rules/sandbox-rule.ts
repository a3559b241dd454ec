import type { Calendar } from "./calendar";
import { RANK, ruleBook, verdictBy } from "./compile";
import type { Pack, Rule, Stage, Threshold, Verdict } from "./rule";
import type { Adjustment, Subject } from "./sandbox";

/** The rule of an id in some packs, with the pack it stands in; null when none has it. */
export const ruleOf = (packs: readonly Pack[], id: string): Rule | null =>
  packs.flatMap(({ rules }) => rules).find((rule) => rule.id === id) ?? null;

/** What one subject's verdict on one rule is before and after; null where the rule is not in force for it. */
export type RuleChange = {
  readonly id: string;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
};

export type RuleComparison = {
  readonly better: readonly RuleChange[];
  readonly worse: readonly RuleChange[];
  readonly unchanged: number;
};

const rank = (verdict: Verdict | null): number => (verdict === null ? RANK.pass : RANK[verdict]);

/**
 * Who would newly keep or break one rule under changed packs, whatever else is still missing of them. In: subjects, the
 * packs before and after, the rule's id, the stage. Out: the changes and how many stay the same. Nothing is stored; a
 * rule that is not in force, or gives way to a narrower one, counts as kept.
 */
export const compareRule = (
  subjects: Iterable<Subject>,
  packs: { before: readonly Pack[]; after: readonly Pack[] },
  rule: string,
  stage: Stage,
  calendar?: Calendar,
): RuleComparison => {
  const books = new Map<string, (which: "before" | "after") => ReturnType<typeof ruleBook> | null>();
  const bookFor = (on: string, region: string | null) => {
    const key = `${on} ${region ?? ""}`;
    const known = books.get(key);
    if (known) return known;
    const made = (["before", "after"] as const).map((which) => {
      const book = ruleBook({ on, region, stage, packs: packs[which], ...(calendar ? { calendar } : {}) });
      const rules = book.rules.filter(({ id }) => id === rule);
      return rules.length > 0 ? { ...book, rules } : null;
    });
    const get = (which: "before" | "after") => made[which === "before" ? 0 : 1] ?? null;
    books.set(key, get);
    return get;
  };
  const better: RuleChange[] = [];
  const worse: RuleChange[] = [];
  let unchanged = 0;
  for (const { id, on, region, facts } of subjects) {
    const book = bookFor(on, region);
    const [first, second] = [book("before"), book("after")];
    const change = {
      id,
      before: first && verdictBy(first, facts),
      after: second && verdictBy(second, facts),
    };
    if (rank(change.after) < rank(change.before)) better.push(change);
    else if (rank(change.after) > rank(change.before)) worse.push(change);
    else unchanged += 1;
  }
  return { better, worse, unchanged };
};

/** A threshold as a form shows it: basis points in percent, numbers and texts as they are; lists of codes not at all. */
export const shownThreshold = (name: string, value: Threshold): string | null => {
  if (typeof value === "object") return null;
  return name.endsWith("Bp") ? String(Number(value) / 100) : String(value);
};

const typedThreshold = (name: string, typed: string, present: Threshold): Threshold | null => {
  if (typeof present === "string") return typed;
  const number = Number(typed);
  if (typed.trim() === "" || !Number.isFinite(number) || number < 0) return null;
  return name.endsWith("Bp") ? Math.round(number * 100) : number;
};

const CIVIL = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The changes a form asks for: what was typed where it differs from the rule. In: the rule and typed values by name
 * (thresholds by their names, "validFrom", "validTo"). Out: adjustments, and the names that could not be read.
 */
export const typedAdjustments = (
  rule: Rule,
  typed: (name: string) => string | null,
): { adjustments: Adjustment[]; unread: string[] } => {
  const adjustments: Adjustment[] = [];
  const unread: string[] = [];
  for (const [name, present] of Object.entries(rule.thresholds)) {
    const shown = shownThreshold(name, present);
    const given = typed(name);
    if (shown === null || given === null || given === shown) continue;
    const value = typedThreshold(name, given, present);
    if (value === null) unread.push(name);
    else adjustments.push({ rule: rule.id, threshold: name, value });
  }
  const [from, to] = [typed("validFrom"), typed("validTo")];
  if (from && from !== rule.validFrom) {
    if (CIVIL.test(from)) adjustments.push({ rule: rule.id, validFrom: from });
    else unread.push("validFrom");
  }
  if (to !== null && to !== (rule.validTo ?? "")) {
    if (to === "" || CIVIL.test(to)) adjustments.push({ rule: rule.id, validTo: to === "" ? null : to });
    else unread.push("validTo");
  }
  return { adjustments, unread };
};
