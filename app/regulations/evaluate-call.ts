import type { Language } from "~/platform/i18n/words";
import { evaluate } from "./rules/evaluate";
import type { Bilingual } from "./rules/facts/kinds";
import { type EvaluationAnswer, type PointedError, parseEvaluationCall } from "./schema";

/**
 * One evaluation as other systems ask for it: `POST /api/v1/regulations/evaluate`.
 * @param body the parsed JSON of the request, whatever it is
 * @returns the verdict and findings in the caller's language, or the wrong places of the body with their pointers
 */
export const evaluateCall = (
  body: unknown,
  language: Language,
): { ok: true; answer: EvaluationAnswer } | { ok: false; errors: PointedError[] } => {
  const parsed = parseEvaluationCall(body);
  if (!parsed.ok) return parsed;
  const say = (text: Bilingual) => (language === "en" ? text.en : text.zh);
  const { verdict, findings } = evaluate(parsed.value);
  return {
    ok: true,
    answer: {
      verdict,
      findings: findings.map((finding) => ({
        rule: finding.rule,
        verdict: finding.verdict,
        facts: finding.facts,
        article: say(finding.article),
        message: say(finding.message),
        fix:
          finding.missing.length > 0
            ? `${say(finding.fix)} (${finding.missing.join(", ")})`
            : say(finding.fix),
      })),
    },
  };
};
