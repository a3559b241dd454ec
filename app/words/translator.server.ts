import type { Language } from "~/platform/i18n/words";
import { words as en } from "./en";
import { type Translator, translatorOver } from "./translate";
import { words as zh } from "./zh-CN";

const translators: Record<Language, Translator> = {
  "zh-CN": translatorOver("zh-CN", zh),
  en: translatorOver("en", en),
};

/** The translator of a language, built once per process: mails, PDFs, API errors and pages share it. */
export const translatorFor = (language: Language): Translator => translators[language];
