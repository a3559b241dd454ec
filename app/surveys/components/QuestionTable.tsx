import type { ReactNode } from "react";
import { DataTable } from "~/ui/DataTable";
import { useTranslator, useWords } from "~/words/use-words";
import type { QuestionResult } from "../rules/comparison";
import { DistributionBar } from "./DistributionBar";
import { meanText, percentText, pointsText } from "./result-text";

/** A figure with what it was divided from below it; one element, so that a phone's card keeps both together. */
const Figure = ({ children, below }: { children: ReactNode; below: string }) => (
  <span>
    {children}
    <span className="note block">{below}</span>
  </span>
);

type Props = { questions: readonly QuestionResult[]; earlierYear: string | null; fewest: number };

/** Each question with its distribution, share and mean, what both were divided from, and last year's. */
export const QuestionTable = ({ questions, earlierYear, fewest }: Props) => {
  const t = useWords("surveys");
  const { language } = useTranslator();
  const few = <span className="text-faint">{t("page.fewQuestion", { count: fewest })}</span>;
  return (
    <DataTable
      caption={t("page.caption")}
      captionHidden
      rows={questions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "question",
          label: t("page.question"),
          lead: true,
          cell: ({ text }) => (language === "en" ? text.en : text.zh),
        },
        {
          key: "distribution",
          label: t("page.distribution"),
          cell: ({ figure }) => (figure.told ? <DistributionBar distribution={figure.distribution} /> : few),
        },
        {
          key: "share",
          label: t("page.satisfied"),
          numeric: true,
          cell: ({ figure }) =>
            figure.told ? (
              <Figure below={`${figure.satisfied} / ${figure.answers}`}>
                <b>{percentText(figure.shareBp)}</b>
              </Figure>
            ) : (
              t("page.notAsked")
            ),
        },
        {
          key: "mean",
          label: t("page.mean"),
          numeric: true,
          cell: ({ figure }) =>
            figure.told ? (
              <Figure below={`${figure.sum} / ${figure.answers}`}>{meanText(figure.meanCenti)}</Figure>
            ) : (
              t("page.notAsked")
            ),
        },
        ...(earlierYear
          ? [
              {
                key: "before",
                label: t("page.before", { year: earlierYear }),
                numeric: true,
                cell: ({ before, changeBp }: QuestionResult) =>
                  before.told ? (
                    <Figure below={changeBp === null ? "" : t("page.change", pointsText(changeBp))}>
                      {percentText(before.shareBp)}
                    </Figure>
                  ) : (
                    <span className="text-faint">{t("page.noBefore")}</span>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
};
