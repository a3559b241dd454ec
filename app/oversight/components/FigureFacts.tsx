import { type Fact, Facts } from "~/ui/Facts";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import { SMALLEST_TOLD } from "../rules/indicators/figure";
import type { Indicator } from "../rules/indicators/indicator";
import type { ToldFigure } from "../rules/indicators/told";
import { amountText, figureText } from "./figure-text";

/** What one figure is made of: numerator, denominator, what is left out, its definition and date. */
export const FigureFacts = ({ indicator, figure }: { indicator: Indicator; figure: ToldFigure }) => {
  const t = useWords("indicators");
  const { any, language } = useTranslator();
  const plain = (count: number) => count.toLocaleString("en");
  const counted: Fact[] =
    figure.denominator === null
      ? [{ label: t("page.total"), value: amountText(figure.numerator, indicator.unit, t) }]
      : [
          { label: t("page.numerator"), value: plain(figure.numerator) },
          { label: t("page.denominator"), value: plain(figure.denominator) },
        ];
  const excluded = figure.exclusions.map(({ reason, count }) =>
    t("page.excludedItem", { reason: any(`indicators.exclusion.${reason}`), count: plain(count) }),
  );
  const numbers = figure.state === "told" || figure.state === "incomputable" || figure.exclusions.length > 0;
  return (
    <Facts
      facts={[
        { label: t("page.figure"), value: <b>{figureText(figure, indicator.unit, t)}</b> },
        ...(numbers
          ? [
              ...counted,
              { label: t("page.excluded"), value: excluded.join(" · ") || t("page.nothingExcluded") },
            ]
          : []),
        ...(figure.state === "withheld"
          ? [{ label: t("column.value"), value: t("page.withheldText", { count: SMALLEST_TOLD }) }]
          : []),
        {
          label: t("page.definition"),
          value: language === "en" ? indicator.definition.en : indicator.definition.zh,
        },
        {
          label: t("page.source"),
          value: `${t(`supply.${indicator.supply}`)} · ${t("page.since", { date: absoluteText(indicator.since, language) })} · ${t("page.unverified")}`,
        },
      ]}
    />
  );
};
