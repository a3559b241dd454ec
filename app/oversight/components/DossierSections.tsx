import { DataTable } from "~/ui/DataTable";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { DossierContent, FilledWant } from "../rules/dossiers/content";
import { factText, factTitle } from "./dossier-text";

const Want = ({ want }: { want: FilledWant }) => {
  const t = useWords("reports");
  const translator = useTranslator();
  const { language } = translator;
  const title = language === "en" ? want.title.en : want.title.zh;
  if (want.facts.length === 0)
    return (
      <p className="mt-3">
        <b>{title}</b> <span className="meta">{t("dossier.nothing")}</span>
      </p>
    );
  return (
    <DataTable
      caption={title}
      rows={want.facts.map((fact, place) => ({ fact, place }))}
      rowKey={({ place }) => String(place)}
      columns={[
        {
          key: "fact",
          label: t("dossier.fact"),
          lead: true,
          cell: ({ fact }) => <a href={fact.href}>{factTitle(fact, translator)}</a>,
        },
        { key: "value", label: t("dossier.value"), cell: ({ fact }) => factText(fact, translator) },
        { key: "day", label: t("dossier.day"), cell: ({ fact }) => absoluteText(fact.day, language) },
        {
          key: "file",
          label: t("dossier.file"),
          cell: ({ fact }) => (fact.file ? <span className="break-all">{fact.file.name}</span> : "—"),
        },
      ]}
    />
  );
};

/** A dossier section by section, each fact with its day, the record it leads to and the file that proves it. */
export const DossierSections = ({ content }: { content: DossierContent }) => {
  const { language } = useTranslator();
  return (
    <>
      {content.sections.map(({ id, title, wants }) => (
        <Section key={id} id={id} title={language === "en" ? title.en : title.zh}>
          {wants.map((want) => (
            <Want key={want.id} want={want} />
          ))}
        </Section>
      ))}
    </>
  );
};
