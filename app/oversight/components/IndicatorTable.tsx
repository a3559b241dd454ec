import { DataTable } from "~/ui/DataTable";
import { useTranslator, useWords } from "~/words/use-words";
import type { Indicator } from "../rules/indicators/indicator";
import type { ToldFigure } from "../rules/indicators/told";
import { figureText, fractionText } from "./figure-text";

type Row = { indicator: Pick<Indicator, "id" | "title" | "unit" | "supply">; figure: ToldFigure };

/** Indicators of one table; each name opens what its figure is made of. */
export const IndicatorTable = ({
  caption,
  rows,
  year,
}: {
  caption: string;
  rows: readonly Row[];
  year: string;
}) => {
  const t = useWords("indicators");
  const { language } = useTranslator();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ indicator }) => indicator.id}
      columns={[
        {
          key: "indicator",
          label: t("column.indicator"),
          lead: true,
          cell: ({ indicator }) => (
            <a href={`/oversight/indicators/${indicator.id}?year=${year}`}>
              {language === "en" ? indicator.title.en : indicator.title.zh}
            </a>
          ),
        },
        {
          key: "value",
          label: t("column.value"),
          numeric: true,
          cell: ({ indicator, figure }) =>
            figure.state === "told" ? (
              <b>{figureText(figure, indicator.unit, t)}</b>
            ) : (
              <span className="text-faint">{figureText(figure, indicator.unit, t)}</span>
            ),
        },
        {
          key: "fraction",
          label: t("column.fraction"),
          numeric: true,
          cell: ({ figure }) => fractionText(figure) || "—",
        },
        {
          key: "supply",
          label: t("column.supply"),
          cell: ({ indicator }) => t(`supply.${indicator.supply}`),
        },
      ]}
    />
  );
};
