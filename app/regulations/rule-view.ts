import type { Language } from "~/platform/i18n/words";
import { inLanguage } from "./fact-text";
import { citation } from "./rules/evaluate";
import { WOMEN_NOTICE } from "./rules/hazards";
import { PACKS } from "./rules/packs/all";
import { HOUSE } from "./rules/packs/sources";
import { type Pack, type Rule, STAGES, type Stage } from "./rules/rule";
import { thresholdText } from "./rules/thresholds";

export type RuleView = {
  id: string;
  title: string;
  text: string;
  severity: Rule["severity"];
  who: Rule["who"];
  stages: readonly Stage[];
  verified: boolean;
  /** The house made it up itself; there is no document behind it. */
  own: boolean;
  /** Document and article when verified, else the document a house rule follows. */
  source: string;
  validFrom: string;
  validTo: string | null;
  place: string | null;
  replaces: readonly string[];
  limits: readonly string[];
  notice: string | null;
};

export type PackView = { id: string; title: string; rules: RuleView[] };

const viewOf = (pack: Pack, rule: Rule, language: Language): RuleView => ({
  id: rule.id,
  title: inLanguage(rule.title, language),
  text: inLanguage(rule.text, language),
  severity: rule.severity,
  who: rule.who,
  stages: rule.stages,
  verified: rule.source.verified,
  own: rule.source.document === HOUSE,
  source: inLanguage(rule.source.verified ? citation(rule.source) : rule.source.document, language),
  validFrom: rule.validFrom,
  validTo: rule.validTo,
  place: pack.place && inLanguage(pack.place, language),
  replaces: rule.replaces,
  limits: Object.entries(rule.thresholds).flatMap(([name, value]) => {
    const text = thresholdText(name, value);
    return text ? [inLanguage(text, language)] : [];
  }),
  notice: rule.id === "INT-20" ? inLanguage(WOMEN_NOTICE, language) : null,
});

/**
 * The rules as a page lists them, by pack; bounded by the packs themselves.
 * @param pack id of one pack, or null for all; an unknown id finds nothing
 * @param stage only rules asked at this stage, or null for all
 */
export const browseRules = (pack: string | null, stage: Stage | null, language: Language): PackView[] =>
  PACKS.filter((one) => pack === null || one.id === pack)
    .map((one) => ({
      id: one.id,
      title: inLanguage(one.title, language),
      rules: one.rules
        .filter((rule) => stage === null || rule.stages.includes(stage))
        .map((rule) => viewOf(one, rule, language)),
    }))
    .filter((one) => one.rules.length > 0);

/** Every pack with how many rules it holds at a stage, for the filter. */
export const packChoices = (stage: Stage | null, language: Language) =>
  PACKS.map((pack) => ({
    id: pack.id,
    title: inLanguage(pack.title, language),
    count: pack.rules.filter((rule) => stage === null || rule.stages.includes(stage)).length,
  }));

/** Every stage with how many rules of a pack (or of all) are asked there, for the filter. */
export const stageChoices = (pack: string | null) =>
  STAGES.map((stage) => ({
    id: stage,
    count: PACKS.filter((one) => pack === null || one.id === pack)
      .flatMap((one) => one.rules)
      .filter((rule) => rule.stages.includes(stage)).length,
  }));

export const isStage = (text: string | null): text is Stage => STAGES.some((stage) => stage === text);
