import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { CardPage } from "../queries/card-page.server";

/** When a card was computed, by which definition, and whether it still computes to the same. */
export const CardFacts = ({ page }: { page: CardPage }) => {
  const t = useWords("cards");
  const { language } = useTranslator();
  const date = (day: string) => absoluteText(day, language);
  const sources = [
    ...new Set(
      page.figures.flatMap(({ criterion }) =>
        criterion && criterion.source !== "house" ? [criterion.source] : [],
      ),
    ),
  ];
  return (
    <Section id="check" title={t("page.again")}>
      <Facts
        facts={[
          {
            label: t("page.school"),
            value: <a href={`/organizations/${page.school.id}`}>{page.school.name}</a>,
          },
          { label: t("page.seats"), value: page.seats.toLocaleString("en") },
          { label: t("page.computedOn"), value: date(page.computedOn) },
          { label: t("page.seenOn"), value: date(page.seenOn) },
          {
            label: t("page.source"),
            value: [t("page.sourceHouse"), ...sources].join(language === "en" ? "; " : "；"),
          },
          { label: t("page.digest"), value: <span className="num break-all text-sm">{page.digest}</span> },
        ]}
      />
      <p className={page.again ? "note mt-2" : "mt-2 font-semibold"}>
        {t(page.again ? "page.againText" : "page.differs")}
      </p>
    </Section>
  );
};
