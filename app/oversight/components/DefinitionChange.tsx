import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { Bilingual } from "../rules/alert-catalogue";
import type { Definition } from "../rules/supplied/definitions";

type DefinitionChangeProps = { title?: Bilingual; definitions: readonly Definition[]; year: string };

/** The definitions of one indicator within a year: the last one counts, the earlier ones are shown beside it. */
export const DefinitionChange = ({ title, definitions, year }: DefinitionChangeProps) => {
  const t = useWords("reports");
  const { language } = useTranslator();
  const text = (one: Bilingual) => (language === "en" ? one.en : one.zh);
  return (
    <div className="mt-3">
      {title && <b>{text(title)}</b>}
      <p className="meta">{t("sheet.changedText", { year })}</p>
      <ul className="mt-1">
        {definitions.map((one, place) => {
          const counts = place === definitions.length - 1;
          return (
            <li key={one.since} className={counts ? "" : "text-faint"}>
              <span className="num">{t("sheet.since", { date: absoluteText(one.since, language) })}</span> ·{" "}
              {t(counts ? "sheet.counts" : "sheet.countsNot")} · {text(one.text)}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
