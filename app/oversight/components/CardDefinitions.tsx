import { useTranslator, useWords } from "~/words/use-words";
import { CARD_MEASURE_LIST } from "../rules/cards/measures";

/** How each measure is counted, in words, folded away until somebody asks. */
export const CardDefinitions = () => {
  const t = useWords("cards");
  const { language } = useTranslator();
  const inWords = (text: { zh: string; en: string }) => (language === "en" ? text.en : text.zh);
  return (
    <details className="mt-3">
      <summary className="min-h-11 content-center text-qing">{t("page.definitions")}</summary>
      <dl className="facts">
        {CARD_MEASURE_LIST.map(({ id, title, definition }) => (
          <div key={id}>
            <dt>{inWords(title)}</dt>
            <dd>{inWords(definition)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
