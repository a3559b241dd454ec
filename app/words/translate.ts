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
  const any = (key: string, values?: Values) => instance.t(key, values ?? {});
  return {
    language,
    any,
    room:
      (room) =>
      (key, values) =>
        any(`${room}.${key}`, values),
  };
};
