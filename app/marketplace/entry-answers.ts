import type { Json } from "~/platform/events/canonical";
import type { Refusal } from "~/platform/result";
import type { Finding } from "~/regulations/rules/evaluate";
import type { Written } from "./write-entries.server";

export type AnswerError = { field: string; key: string; values?: Record<string, string | number> };

/** A rule that stands against a record, in both languages. */
export type AnswerFinding = Pick<Finding, "rule" | "verdict" | "message" | "fix" | "article"> & {
  facts: string[];
};

/** What became of one record, fit to be kept as the outcome of a call. */
export type EntryAnswer = {
  reference: string | null;
  outcome: "created" | "updated" | "unchanged" | "refused";
  id: string | null;
  version: number | null;
  state: string | null;
  refusal: { code: Refusal["code"]; key: string; values?: Record<string, string | number> } | null;
  errors: AnswerError[];
  findings: AnswerFinding[];
};

const findingsOf = (refusal: Refusal): AnswerFinding[] =>
  ((refusal.findings ?? []) as Finding[])
    .filter(({ verdict }) => verdict !== "pass")
    .map(({ rule, verdict, message, fix, article, facts, missing }) => ({
      rule,
      verdict,
      message,
      fix,
      article,
      facts: [...new Set([...missing, ...Object.keys(facts)])],
    }));

/** The answer for one record that was written or refused. */
export const answerOf = (reference: string | null, written: Written): EntryAnswer => {
  if (written.outcome !== "refused") {
    const { outcome, id, version, state } = written;
    return { reference, outcome, id, version, state, refusal: null, errors: [], findings: [] };
  }
  const { refusal } = written;
  return {
    reference,
    outcome: "refused",
    id: null,
    version: null,
    state: null,
    refusal: {
      code: refusal.code,
      key: refusal.key,
      ...(refusal.values ? { values: refusal.values } : {}),
    },
    errors: refusal.fields ?? [],
    findings: findingsOf(refusal),
  };
};

/** Answers are plain JSON; the compiler does not see it in types with optional fields. */
export const asJson = <T>(value: T): T & Json => value as T & Json;
