import type { AnswerFinding, EntryAnswer } from "~/marketplace/entry-answers";
import { FIELD_OF } from "~/marketplace/finding-lines";
import { pointerOf } from "~/platform/http/problem.server";
import type { Refusal } from "~/platform/result";
import type { Finding } from "~/regulations/rules/evaluate";
import type { FactKey } from "~/regulations/rules/facts/dictionary";
import type { Translator } from "~/words/translate";

const pointersOf = (facts: readonly string[]): string[] => [
  ...new Set(
    facts.flatMap((fact) => {
      const field = FIELD_OF[fact as FactKey];
      return field ? [`/${field}`] : [];
    }),
  ),
];

const findingAnswer = (finding: AnswerFinding, { language }: Translator) => {
  const say = (text: { zh: string; en: string }) => (language === "en" ? text.en : text.zh);
  return {
    rule: finding.rule,
    verdict: finding.verdict,
    message: say(finding.message),
    fix: say(finding.fix),
    article: say(finding.article),
    pointers: pointersOf(finding.facts),
  };
};

/** What became of one record, in the caller's language. */
export const entryAnswer = (answer: EntryAnswer, words: Translator) => {
  const { refusal, errors, findings, ...rest } = answer;
  return {
    ...rest,
    title: refusal && words.any(refusal.key, refusal.values),
    errors: errors.map(({ field, key, values }) => ({
      pointer: pointerOf(field),
      detail: words.any(key, values),
    })),
    findings: findings.map((finding) => findingAnswer(finding, words)),
  };
};

/** A refusal whose findings read in the caller's language, those that passed left out. */
export const withReadableFindings = (refusal: Refusal, words: Translator): Refusal => {
  if (!refusal.findings) return refusal;
  const findings = (refusal.findings as Finding[])
    .filter(({ verdict }) => verdict !== "pass")
    .map(({ rule, verdict, message, fix, article, facts, missing }) =>
      findingAnswer(
        { rule, verdict, message, fix, article, facts: [...missing, ...Object.keys(facts)] },
        words,
      ),
    );
  return { ...refusal, findings };
};
