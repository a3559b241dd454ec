import { HAZARDS } from "~/catalogues/hazards";
import { moneyText } from "~/ui/amount";
import { absoluteText } from "~/ui/when";
import type { Translator } from "~/words/translate";
import { type FieldName, fieldOf } from "./rules/listing-fields";
import type { FieldValue } from "./rules/listing-values";

/** One fact of a listing as a page shows it. */
export type FactRow = { name: FieldName; label: string; text: string | string[] };

/** The name of a field in the reader's language. */
export const fieldLabel = (name: FieldName, { any }: Translator): string =>
  any(`listings.field.${name}.label`);

const hazardText = (code: string, language: Translator["language"]): string => {
  const hazard = Object.entries(HAZARDS).find(([known]) => known === code)?.[1];
  return hazard ? (language === "en" ? hazard.en : hazard.zh) : code;
};

const choices = (name: FieldName, values: readonly string[], t: Translator): string => {
  if (values.length === 0) return t.any("listings.none");
  const say = (value: string) =>
    name === "hazards" ? hazardText(value, t.language) : t.any(`listings.option.${name}.${value}`);
  return values.map(say).join(t.language === "en" ? ", " : "、");
};

/**
 * A field's value as people read it. In: the field, its value as stored (codes already turned into names), the reader's
 * words. Out: one text, or several for a field of lines.
 */
export const fieldText = (
  name: FieldName,
  value: NonNullable<FieldValue>,
  t: Translator,
): string | string[] => {
  const spec = fieldOf(name);
  switch (spec.type) {
    case "lines":
      return [...(value as string[])];
    case "yesNo":
      return t.any(value ? "listings.yes" : "listings.no");
    case "declaration":
      return t.any("listings.yes");
    case "date":
      return absoluteText(String(value), t.language);
    case "money":
      return `${moneyText(Number(value))} ${t.any("ui.yuan")} ${t.any(`listings.per.${spec.per}`)}`.trim();
    case "integer":
      return `${value} ${t.any(`listings.unit.${spec.unit}`)}`;
    case "hours":
      return `${value} ${t.any("listings.unit.hours")}`;
    case "choice":
      return choices(name, [String(value)], t);
    case "choicesOrNone":
    case "hazards":
      return choices(name, value as string[], t);
    default:
      return Array.isArray(value) ? value.join(t.language === "en" ? ", " : "、") : String(value);
  }
};
