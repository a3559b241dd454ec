import { useWords } from "~/words/use-words";

/** Free texts of an anonymous survey, shuffled, with no way to see who wrote which or what else they said. */
export const SurveyTexts = ({ texts, most }: { texts: readonly string[]; most: number }) => {
  const t = useWords("surveys");
  if (texts.length === 0) return <p className="meta mt-3">{t("page.noTexts")}</p>;
  return (
    <>
      <p className="meta mt-3">{t("page.textsText")}</p>
      <ul className="mt-3">
        {texts.map((text, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same words, and the list never changes
          <li key={place} className="border-b border-(--line) py-3 whitespace-pre-line">
            {text}
          </li>
        ))}
      </ul>
      {texts.length >= most && <p className="meta mt-3">{t("page.moreTexts", { count: most })}</p>}
    </>
  );
};
