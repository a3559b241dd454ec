import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import type { Language } from "~/platform/i18n/words";
import { translatorOver } from "~/words/translate";
import { WordsProvider } from "~/words/use-words";

const load = (language: Language) => (language === "en" ? import("~/words/en") : import("~/words/zh-CN"));

const language: Language = document.documentElement.lang === "en" ? "en" : "zh-CN";

void load(language).then(({ words }) => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <WordsProvider translator={translatorOver(language, words)}>
          <RemixBrowser />
        </WordsProvider>
      </StrictMode>,
    );
  });
});
