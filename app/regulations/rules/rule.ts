import type { Calendar } from "./calendar";
import type { FactKey, Facts, FactValue } from "./facts/dictionary";
import type { Bilingual } from "./facts/kinds";

export type Verdict = "pass" | "warn" | "missing" | "block";

export const STAGES = [
  "listing",
  "cooperation",
  "agreement",
  "application",
  "start",
  "week",
  "roster",
  "completion",
] as const;
/** When a rule is asked: at a listing, a cooperation agreement, the tripartite agreement, and so on to the end. */
export type Stage = (typeof STAGES)[number];

export type Who = "school" | "host" | "student" | "guardian" | "authority";

/** Where a rule comes from. Only a verified source may be quoted with its article. */
export type Source = {
  readonly document: Bilingual;
  readonly article: Bilingual | null;
  readonly verified: boolean;
  /** Provenance tag of the copy that was read ("P2"), or "M" for what was not confirmed. */
  readonly tag: string;
};

/** block: stops; warn: a written reason is needed; evidence: stops until a record exists; report: told to the authority. */
export type Severity = "block" | "warn" | "evidence" | "report";

export type Threshold = number | string | readonly string[];
export type Thresholds = { readonly [name: string]: Threshold };

/** What a check knows besides facts: the date of submission and the holiday calendar. */
export type Env = { readonly on: string; readonly calendar: Calendar };

export type MessageValue = string | number | Bilingual | readonly Bilingual[];

/** Something wrong, or something a check could not know. `because` names the sentence in the rule's `fails`. */
export type Problem = {
  readonly because: string;
  readonly values?: { readonly [name: string]: MessageValue | undefined };
  /** When absent the rule's severity decides. */
  readonly verdict?: Exclude<Verdict, "pass">;
};

export type Known<K extends FactKey> = Facts & { readonly [P in K]-?: FactValue<P> };

export type Premise<T extends Thresholds = Thresholds> = {
  readonly needs: readonly FactKey[];
  readonly holds: (facts: Facts, thresholds: T, env: Env) => boolean;
};

/** One question of a rule: when it applies, which facts it needs, and what is wrong if anything. */
export type Part = {
  readonly premises: readonly Premise[];
  readonly needs: readonly FactKey[];
  /** At least one of these must be known. */
  readonly oneOf: readonly FactKey[];
  /** Facts the check reads when they are known. */
  readonly uses: readonly FactKey[];
  readonly check: (facts: Facts, thresholds: Thresholds, env: Env) => Problem | null;
};

export type Fail = { readonly message: Bilingual; readonly fix: Bilingual };

export type Rule = {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly severity: Severity;
  readonly source: Source;
  readonly validFrom: string;
  /** Last day in force; null while it is. */
  readonly validTo: string | null;
  /** Region-code prefix ("43" for a province) or null for the whole country. */
  readonly region: string | null;
  readonly stages: readonly Stage[];
  /** Without a stage, asked only when one of these facts was submitted; null is always asked. */
  readonly mentionedBy: readonly FactKey[] | null;
  /** Ids of wider rules this one takes the place of where both would apply. */
  readonly replaces: readonly string[];
  readonly who: Who;
  readonly thresholds: Thresholds;
  readonly parts: readonly Part[];
  readonly fails: { readonly [because: string]: Fail };
};

/** A dated set of rules from one authority (or of the house). */
export type Pack = {
  readonly id: string;
  readonly title: Bilingual;
  /** The place it is limited to, in words; null for the whole country. */
  readonly place: Bilingual | null;
  readonly rules: readonly Rule[];
};

type PartSpec<T extends Thresholds, K extends FactKey> = {
  premises?: readonly Premise<T>[];
  needs?: readonly K[];
  oneOf?: readonly FactKey[];
  uses?: readonly FactKey[];
  check: (facts: Known<K>, thresholds: T, env: Env) => Problem | null;
};

type PartOf<T extends Thresholds> = <K extends FactKey = never>(spec: PartSpec<T, K>) => Part;

type RuleSpec<T extends Thresholds> = Omit<
  Rule,
  "thresholds" | "parts" | "validTo" | "region" | "mentionedBy" | "replaces"
> &
  Partial<Pick<Rule, "validTo" | "region" | "mentionedBy" | "replaces">> & {
    thresholds: T;
    parts: (part: PartOf<T>) => readonly Part[];
  };

// The one place where a check's precise type is forgotten, so that parts of all rules fit one list.
const partOf =
  <T extends Thresholds>(): PartOf<T> =>
  <K extends FactKey>(spec: PartSpec<T, K>) =>
    ({ premises: [], needs: [], oneOf: [], uses: [], ...spec }) as unknown as Part;

/**
 * Makes a rule from its data and typed checks: a check sees the facts it asked for as known and its own thresholds
 * by name. The evaluator guarantees both before calling it.
 */
export const defineRule = <T extends Thresholds>(spec: RuleSpec<T>): Rule => ({
  validTo: null,
  region: null,
  mentionedBy: null,
  replaces: [],
  ...spec,
  parts: spec.parts(partOf<T>()),
});
