import type { Language } from "~/platform/i18n/words";
import type { FindingView } from "~/ui/FindingList";
import type { EligibilityFinding } from "./rules/eligibility";

type Say = (key: string, values?: Record<string, string | number>) => string;

const ORDER = { block: 0, missing: 1, warn: 2, pass: 3 } as const;

/** Findings of the rules as the list of verdicts shows them, what stands against it first: sentence, source, what to do. */
export const findingViews = (
  findings: readonly EligibilityFinding[],
  any: Say,
  language: Language,
): FindingView[] =>
  [...findings]
    .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
    .map((finding) => {
      const fixKey = `transferRules.fix.${finding.rule}.${finding.because}`;
      const fix = any(fixKey);
      const { source } = finding;
      const side = language === "en" ? "en" : "zh";
      return {
        id: finding.rule,
        verdict: finding.verdict,
        sentence: any(`transferRules.rule.${finding.rule}.${finding.because}`, { ...finding.values }),
        verified: source?.verified ?? false,
        ...(source
          ? { source: [source.document[side], source.article?.[side]].filter(Boolean).join(" ") }
          : {}),
        ...(finding.verdict !== "pass" && fix !== fixKey && fix !== "" ? { fix } : {}),
      };
    });
