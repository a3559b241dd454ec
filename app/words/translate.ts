import i18next, { type i18n } from "i18next";
import type { Language, Values, WordTree } from "~/platform/i18n/words";
import type { AnyWordKey, Room, WordKey } from ".";

export type T<R extends Room> = (key: WordKey<R>, values?: Values) => string;

export type Translator = {
  language: Language;
  /** Words of one room, keys checked by the compiler. */
  room: <R extends Room>(room: R) => T<R>;
  /** A key that arrived as data (a refusal, a stored event): the key itself is returned when unknown. */
  any: (key: AnyWordKey | (string & {}), values?: Values) => string;
};

/** Every leaf of a tree of words by its dotted path. */
const leavesOf = (tree: WordTree, path = "", found = new Map<string, string>()): Map<string, string> => {
  for (const [name, inner] of Object.entries(tree)) {
    if (typeof inner === "string") found.set(`${path}${name}`, inner);
    else leavesOf(inner, `${path}${name}.`, found);
  }
  return found;
};

const PLURALS = ["zero", "one", "two", "few", "many", "other"];

/** Sentences that refer to others or have forms by number are i18next's; plain ones are filled in here, much faster. */
const plainOnes = (leaves: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...leaves].filter(
      ([key, sentence]) => !sentence.includes("$t(") && !PLURALS.some((form) => leaves.has(`${key}_${form}`)),
    ),
  );

const filled = (sentence: string, values: Values | undefined): string =>
  values && sentence.includes("{{")
    ? sentence.replace(/\{\{\s*(\w+)\s*\}\}/g, (_hole, name: string) => String(values[name] ?? ""))
    : sentence;

/** Builds a translator over one language's complete words. i18next does placeholders and plurals. */
export const translatorOver = (language: Language, words: WordTree): Translator => {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: language,
    resources: { [language]: { w: words } },
    defaultNS: "w",
    initImmediate: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const plain = plainOnes(leavesOf(words));
  const any = (key: string, values?: Values) => {
    const sentence = plain.get(key);
    if (sentence !== undefined && !(values && "context" in values)) return filled(sentence, values);
    return instance.t(key, values ?? {});
  };
  return {
    language,
    any,
    room: (room) => (key, values) => any(`${room}.${key}`, values),
  };
};
