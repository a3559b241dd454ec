import type { FactKey, Facts } from "~/regulations/rules/facts/dictionary";
import type { Verdict } from "~/regulations/rules/rule";

export type Case = {
  rule: string;
  base?: Facts;
  region?: string;
  /** Date of submission, where the rule is no longer in force. */
  on?: string;
  /** Changes that break the rule, and the verdict they bring. */
  broken: readonly (readonly [Facts, Verdict])[];
  /** A fact without which the rule cannot be decided. */
  lacks?: FactKey;
};
