import { hostFacts } from "./host";
import type { Bilingual, FactDefinition } from "./kinds";
import { paperFacts } from "./papers";
import { partnershipFacts } from "./partnership";
import { placementFacts } from "./placement";
import { studentFacts } from "./student";
import { workFacts } from "./work";

/**
 * Every fact a rule may ask for: key, type, unit, label, explanation and an example. The API's schema, the
 * check-it-yourself form and the OpenAPI document are all made from this one dictionary. A fact that is absent is
 * unknown; "assessed and none" is said with an empty list or `false`.
 */
export const FACTS = {
  ...studentFacts,
  ...hostFacts,
  ...placementFacts,
  ...workFacts,
  ...paperFacts,
  ...partnershipFacts,
} as const satisfies { readonly [key: string]: FactDefinition };

export type FactKey = keyof typeof FACTS;

type ValueOf<D> = D extends { type: "boolean" }
  ? boolean
  : D extends { type: "integer" | "number" | "money" }
    ? number
    : D extends { type: "choice"; options: infer O }
      ? keyof O & string
      : D extends { type: "choices"; options: infer O }
        ? readonly (keyof O & string)[]
        : D extends { type: "dates" | "periods" | "codes" | "texts" }
          ? readonly string[]
          : string;

export type FactValue<K extends FactKey = FactKey> = ValueOf<(typeof FACTS)[K]>;

/** What is known about one subject; an absent key is an unknown fact. */
export type Facts = { readonly [K in FactKey]?: FactValue<K> };

/** The facts by what they are about, in the order somebody would be asked. */
export const FACT_GROUPS = {
  person: Object.keys(studentFacts) as FactKey[],
  host: Object.keys(hostFacts) as FactKey[],
  placement: Object.keys(placementFacts) as FactKey[],
  work: Object.keys(workFacts) as FactKey[],
  papers: Object.keys(paperFacts) as FactKey[],
  partnership: Object.keys(partnershipFacts) as FactKey[],
} as const;

export type FactGroup = keyof typeof FACT_GROUPS;

/** Every key, in the order of the dictionary. */
export const FACT_KEYS = Object.keys(FACTS) as FactKey[];

/** Whether a text is the key of a fact; inherited names are not. */
export const isFactKey = (key: string): key is FactKey => Object.hasOwn(FACTS, key);

/** The definition of a fact, for code that treats all facts alike. */
export const definitionOf = (key: FactKey): FactDefinition => FACTS[key];

/**
 * Words for the code of a choice, as an interface shows it.
 * @param key a fact whose values are codes
 * @param code one of its codes; a code the dictionary does not know is returned as it is
 */
export const optionLabel = (key: FactKey, code: string): Bilingual => {
  const definition = definitionOf(key);
  if (definition.type !== "choice" && definition.type !== "choices") return { zh: code, en: code };
  return definition.options[code] ?? { zh: code, en: code };
};
