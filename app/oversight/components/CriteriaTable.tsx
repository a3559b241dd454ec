import { DataTable } from "~/ui/DataTable";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { CardCriterion } from "../rules/cards/criteria";
import { cardMeasure } from "../rules/cards/measures";
import { percentText } from "./card-words";

/** The published criteria, each with its lines, least cases, first day and source. */
export const CriteriaTable = ({ criteria }: { criteria: readonly CardCriterion[] }) => {
  const t = useWords("cards");
  const { language } = useTranslator();
  const side = ({ id }: CardCriterion, limit: number) =>
    `${t(cardMeasure(id)?.worse === "high" ? "criteria.high" : "criteria.low")} ${percentText(limit)}`;
  return (
    <DataTable
      caption={t("criteria.title")}
      captionHidden
      rows={criteria}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "measure",
          label: t("page.measure"),
          lead: true,
          cell: ({ id }) => cardMeasure(id)?.title[language === "en" ? "en" : "zh"] ?? id,
        },
        { key: "yellow", label: t("criteria.yellow"), numeric: true, cell: (one) => side(one, one.yellow) },
        { key: "red", label: t("criteria.red"), numeric: true, cell: (one) => side(one, one.red) },
        { key: "cases", label: t("criteria.cases"), numeric: true, cell: ({ leastCases }) => leastCases },
        {
          key: "source",
          label: t("page.source"),
          cell: ({ source, validFrom }) =>
            source === "house"
              ? t("page.sourceHouse")
              : t("page.sourceDocument", { document: source, date: absoluteText(validFrom, language) }),
        },
      ]}
    />
  );
};
