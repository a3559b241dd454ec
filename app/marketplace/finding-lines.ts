import { factsText, inLanguage } from "~/regulations/fact-text";
import type { Finding } from "~/regulations/rules/evaluate";
import type { FactKey } from "~/regulations/rules/facts/dictionary";
import type { FindingView } from "~/ui/FindingList";
import type { Translator } from "~/words/translate";
import type { FieldName } from "./rules/listing-fields";

/** The field of a listing that answers for a fact; the owner's profile answers for the rest. */
export const FIELD_OF: Partial<Record<FactKey, FieldName>> = {
  "listing.title": "title",
  "listing.seats": "seats",
  "listing.applyBy": "openUntil",
  "listing.workplaceCode": "region",
  "listing.acceptsMinors": "minorsWelcome",
  "listing.sexRestricted": "sexRestricted",
  "placement.start": "startsOn",
  "placement.end": "endsOn",
  "apprenticeship.status": "apprenticeStatus",
  "host.activePlacements": "currentInterns",
  "host.creditFlags": "lawful",
  "host.safetyViolationDates": "lawful",
  "agent.involved": "lawful",
  "organizing.rebateFen": "lawful",
  "post.majorCodes": "majors",
  "post.tasks": "tasks",
  "post.onPostEmployees": "postHeadcount",
  "post.activePlacements": "currentInternsOnPost",
  "post.hazardCodes": "hazards",
  "post.labourIntensity": "labourIntensity",
  "pay.monthlyFen": "payMin",
  "pay.samePostMonthlyFen": "samePostPay",
  "pay.lowestTierMonthlyFen": "lowestTierPay",
  "hours.perDay": "hoursPerDay",
  "hours.perWeek": "hoursPerWeek",
  fees: "fees",
};

const ORDER = ["block", "missing", "warn", "pass"] as const;

const profileFacts: readonly FactKey[] = ["host.registrationNo", "host.industryCode", "host.onPostEmployees"];

const whereToMend = (finding: Finding, href: (field: FieldName) => string | null): string | null => {
  const asked = [...finding.missing, ...(Object.keys(finding.facts) as FactKey[])];
  for (const key of asked) {
    const field = FIELD_OF[key];
    const found = field && href(field);
    if (found) return found;
    if (finding.missing.includes(key) && profileFacts.includes(key)) return "/organization";
  }
  return null;
};

/**
 * Findings as a page lists them, worst first: sentence, article or house rule, the facts used, what to do and where.
 * In: findings, the reader's words, and where a field is mended (null where the reader cannot mend it). Rules that
 * asked nothing are left out.
 */
export const findingLines = (
  findings: readonly Finding[],
  { language }: Translator,
  href: (field: FieldName) => string | null = () => null,
): FindingView[] => {
  const lines = findings
    .filter(({ applies }) => applies)
    .map((finding): FindingView => {
      const fix = inLanguage(finding.fix, language);
      const fixHref = finding.verdict === "pass" ? null : whereToMend(finding, href);
      return {
        id: finding.rule,
        verdict: finding.verdict,
        sentence: inLanguage(finding.verdict === "pass" ? finding.title : finding.message, language),
        source: inLanguage(finding.article, language),
        verified: finding.verified,
        facts: factsText(finding.facts, language),
        ...(fix ? { fix } : {}),
        ...(fixHref ? { fixHref } : {}),
      };
    });
  return ORDER.flatMap((verdict) => lines.filter((line) => line.verdict === verdict));
};
