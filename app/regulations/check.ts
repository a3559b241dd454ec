import type { Language } from "~/platform/i18n/words";
import type { FieldError } from "~/platform/result";
import { factsText, inLanguage } from "./fact-text";
import { evaluate, type Finding } from "./rules/evaluate";
import type { Verdict, Who } from "./rules/rule";
import { callFromTyped, type TypedFacts } from "./rules/typed-facts";
import { parseEvaluationCall } from "./schema";

/** A finding in the reader's language, as a list shows it. */
export type FindingLine = {
  id: string;
  verdict: Verdict;
  applies: boolean;
  sentence: string;
  source: string;
  verified: boolean;
  facts: string;
  fix: string;
  /** The field of the first fact it lacks. */
  fixHref?: string;
  who: Who;
};

export type Checked =
  | { ok: true; verdict: Verdict; findings: FindingLine[] }
  | { ok: false; errors: FieldError[] };

const WORST_FIRST: readonly Verdict[] = ["block", "warn", "missing", "pass"];

const lineOf = (finding: Finding, language: Language): FindingLine => ({
  id: finding.rule,
  verdict: finding.verdict,
  applies: finding.applies,
  sentence: `${finding.rule} ${inLanguage(finding.title, language)}${language === "en" ? ". " : "。"}${inLanguage(finding.message, language)}`,
  source: inLanguage(finding.article, language),
  verified: finding.verified,
  facts: factsText(finding.facts, language),
  fix: inLanguage(finding.fix, language),
  ...(finding.missing[0] ? { fixHref: `#${finding.missing[0]}` } : {}),
  who: finding.who,
});

/** "/facts/student.birthDate/0" and "/on" as the names of the form's fields. */
const fieldOf = (pointer: string): string =>
  pointer.split("/").filter((part) => part && part !== "facts")[0] ?? "";

const filled = (value: TypedFacts[string]): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

/**
 * Runs the evaluator over what somebody typed into the form, through the same schema as the API.
 * @param typed fields named by fact, and `on`, `region`, `stage`
 * @returns findings worst first, or the fields that could not be read, each once
 */
export const checkTyped = (typed: TypedFacts, language: Language): Checked => {
  const [region, stage] = [filled(typed.region), filled(typed.stage)];
  const parsed = parseEvaluationCall({
    on: filled(typed.on),
    region: region ?? null,
    ...(stage ? { stage } : {}),
    facts: callFromTyped(typed),
  });
  if (!parsed.ok) {
    const byField = new Map<string, FieldError>();
    for (const { pointer, key, values } of parsed.errors) {
      const field = fieldOf(pointer);
      if (!byField.has(field)) byField.set(field, { field, key, ...(values ? { values } : {}) });
    }
    return { ok: false, errors: [...byField.values()] };
  }
  const { verdict, findings } = evaluate(parsed.value);
  const lines = findings.map((finding) => lineOf(finding, language));
  return {
    ok: true,
    verdict,
    findings: WORST_FIRST.flatMap((one) => lines.filter((line) => line.verdict === one)),
  };
};
