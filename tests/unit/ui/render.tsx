import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "~/platform/i18n/words";
import { translatorFor } from "~/words/translator.server";
import { WordsProvider } from "~/words/use-words";

/** The markup a page would hold, in the words of one language. */
export const markup = (node: ReactNode, language: Language = "zh-CN"): string =>
  renderToStaticMarkup(<WordsProvider translator={translatorFor(language)}>{node}</WordsProvider>);
