import type { Calendar } from "./calendar";
import { RANK, ruleBook, verdictBy } from "./compile";
import type { Facts } from "./facts/dictionary";
import type { Pack, Rule, Stage, Threshold, Verdict } from "./rule";

/** One change of a rule in a copy of the packs: a threshold, or a date it is in force. */
export type Adjustment =
  | { readonly rule: string; readonly threshold: string; readonly value: Threshold }
  | { readonly rule: string; readonly validFrom: string }
  | { readonly rule: string; readonly validTo: string | null };

export type AdjustmentProblem = {
  readonly index: number;
  readonly problem: "unknown_rule" | "unknown_threshold" | "wrong_kind" | "reversed_dates";
};

export type Adjusted =
  | { ok: true; packs: readonly Pack[] }
  | { ok: false; problems: readonly AdjustmentProblem[] };

const sameKind = (a: Threshold, b: Threshold) =>
  typeof a === typeof b && Array.isArray(a) === Array.isArray(b);

const problemOf = (rule: Rule | undefined, adjustment: Adjustment): AdjustmentProblem["problem"] | null => {
  if (!rule) return "unknown_rule";
  if ("threshold" in adjustment) {
    const present = rule.thresholds[adjustment.threshold];
    if (present === undefined) return "unknown_threshold";
    return sameKind(present, adjustment.value) ? null : "wrong_kind";
  }
  const from = "validFrom" in adjustment ? adjustment.validFrom : rule.validFrom;
  const to = "validTo" in adjustment ? adjustment.validTo : rule.validTo;
  return to !== null && to < from ? "reversed_dates" : null;
};

const changed = (rule: Rule, adjustment: Adjustment): Rule => {
  if ("threshold" in adjustment) {
    return { ...rule, thresholds: { ...rule.thresholds, [adjustment.threshold]: adjustment.value } };
  }
  return "validFrom" in adjustment
    ? { ...rule, validFrom: adjustment.validFrom }
    : { ...rule, validTo: adjustment.validTo };
};

/**
 * A copy of the packs with thresholds or dates changed; the originals stay as they are.
 * @param adjustments applied in order
 * @returns the copy, or what is wrong with which adjustment (an unknown rule or threshold, a value of another kind)
 */
export const adjustPacks = (packs: readonly Pack[], adjustments: readonly Adjustment[]): Adjusted => {
  const rules = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule] as const)));
  const problems: AdjustmentProblem[] = [];
  for (const [index, adjustment] of adjustments.entries()) {
    const rule = rules.get(adjustment.rule);
    const problem = problemOf(rule, adjustment);
    if (problem || !rule) problems.push({ index, problem: problem ?? "unknown_rule" });
    else rules.set(rule.id, changed(rule, adjustment));
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    packs: packs.map((pack) => ({ ...pack, rules: pack.rules.map((rule) => rules.get(rule.id) ?? rule) })),
  };
};

/** One subject as it was submitted. */
export type Subject = {
  readonly id: string;
  readonly on: string;
  readonly region: string | null;
  readonly facts: Facts;
};

export type Change = { readonly id: string; readonly before: Verdict; readonly after: Verdict };

export type Comparison = {
  /** Subjects whose verdict gets better, and those whose verdict gets worse. */
  readonly better: readonly Change[];
  readonly worse: readonly Change[];
  readonly unchanged: number;
};

/**
 * Who would newly pass and who would newly break under changed packs. Nothing is stored.
 * @param stage the stage to ask, or null for all
 */
export const comparePacks = (
  subjects: Iterable<Subject>,
  before: readonly Pack[],
  after: readonly Pack[],
  stage: Stage | null,
  calendar?: Calendar,
): Comparison => {
  const books = new Map<
    string,
    { before: ReturnType<typeof ruleBook>; after: ReturnType<typeof ruleBook> }
  >();
  const better: Change[] = [];
  const worse: Change[] = [];
  let unchanged = 0;
  for (const { id, on, region, facts } of subjects) {
    const key = `${on} ${region ?? ""}`;
    const book = books.get(key) ?? {
      before: ruleBook({ on, region, stage, packs: before, calendar }),
      after: ruleBook({ on, region, stage, packs: after, calendar }),
    };
    books.set(key, book);
    const change = { id, before: verdictBy(book.before, facts), after: verdictBy(book.after, facts) };
    if (RANK[change.after] < RANK[change.before]) better.push(change);
    else if (RANK[change.after] > RANK[change.before]) worse.push(change);
    else unchanged += 1;
  }
  return { better, worse, unchanged };
};
