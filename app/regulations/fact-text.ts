import type { Language } from "~/platform/i18n/words";
import { definitionOf, type FactKey, type FactValue, optionLabel } from "./rules/facts/dictionary";
import type { Bilingual } from "./rules/facts/kinds";

const YES: Bilingual = { zh: "是", en: "yes" };
const NO: Bilingual = { zh: "否", en: "no" };
const NOTHING: Bilingual = { zh: "无", en: "none" };

/** Text in both languages, in the reader's. */
export const inLanguage = (text: Bilingual, language: Language): string =>
  language === "en" ? text.en : text.zh;

const LONGEST = 60;

const valueText = (key: FactKey, value: FactValue, language: Language): string => {
  const say = (text: Bilingual) => inLanguage(text, language);
  if (typeof value === "boolean") return say(value ? YES : NO);
  if (typeof value === "number")
    return definitionOf(key).type === "money" ? `¥${(value / 100).toFixed(2)}` : String(value);
  if (typeof value === "string")
    return say(optionLabel(key, value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value));
  if (value.length === 0) return say(NOTHING);
  return value.map((one) => say(optionLabel(key, one))).join(language === "en" ? ", " : "、");
};

/** A fact with its label, as a finding shows what it rests on: "出生日期 2008-05-14". */
export const factText = (key: FactKey, value: FactValue, language: Language): string =>
  `${inLanguage(definitionOf(key).label, language)} ${valueText(key, value, language)}`;

/** Facts of a finding in one line. */
export const factsText = (facts: { readonly [K in FactKey]?: FactValue }, language: Language): string =>
  (Object.entries(facts) as [FactKey, FactValue][])
    .map(([key, value]) => factText(key, value, language))
    .join(language === "en" ? "; " : "；");
