import { useTranslator, useWords } from "~/words/use-words";

/** Changes the language and comes back to the same page; works without a script. */
export const LanguageSwitch = ({ returnTo }: { returnTo: string }) => {
  const t = useWords("platform");
  const other = useTranslator().language === "en" ? "zh-CN" : "en";
  return (
    <form method="post" action="/language">
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" className="plain-button" lang={other} aria-label={t("nav.languageLabel")}>
        {t("nav.language")}
      </button>
    </form>
  );
};
