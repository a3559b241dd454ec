import { createContext, type ReactNode, useContext } from "react";
import type { Room } from ".";
import type { T, Translator } from "./translate";

const TranslatorContext = createContext<Translator | null>(null);

export const WordsProvider = ({ translator, children }: { translator: Translator; children: ReactNode }) => (
  <TranslatorContext.Provider value={translator}>{children}</TranslatorContext.Provider>
);

export const useTranslator = (): Translator => {
  const translator = useContext(TranslatorContext);
  if (!translator) throw new Error("useWords outside WordsProvider");
  return translator;
};

/** The words of a room in the reader's language: `const t = useWords("listings"); t("state.draft")`. */
export const useWords = <R extends Room>(room: R): T<R> => useTranslator().room(room);
