import { DataTable } from "~/ui/DataTable";
import { useTranslator, useWords } from "~/words/use-words";
import type { CohortFigure } from "../queries/cohort-figures.server";

type Figure = CohortFigure["figure"];

/** The share that moved on with what it was divided from, who has no result, who is not counted. */
export const ProgressionFigure = ({ figure }: { figure: Figure }) => {
  const t = useWords("articulation");
  const { any, language } = useTranslator();
  if (figure === null) return <span className="meta">{t("page.withheld")}</span>;
  const reasons = figure.exclusions
    .map((one) => any(`articulation.cohort.reason.${one.reason}`))
    .join(language === "en" ? ", " : "、");
  const excluded = figure.exclusions.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      {figure.rateBp === null ? (
        t("cohort.none")
      ) : (
        <>
          <b className="num">{(figure.rateBp / 100).toFixed(1)}%</b>{" "}
          <span className="meta num">
            {t("cohort.fraction", { numerator: figure.numerator, denominator: figure.denominator })}
          </span>
        </>
      )}
      {figure.unknown > 0 && (
        <span className="note block">{t("cohort.unknown", { count: figure.unknown })}</span>
      )}
      {excluded > 0 && (
        <span className="note block">{t("cohort.excluded", { count: excluded, reasons })}</span>
      )}
    </>
  );
};

/** Every intake year with its examination and what became of it. */
export const CohortTable = ({
  pathwayId,
  cohorts,
}: {
  pathwayId: string;
  cohorts: readonly CohortFigure[];
}) => {
  const t = useWords("articulation");
  return (
    <>
      <DataTable
        caption={t("page.cohorts")}
        captionHidden
        rows={cohorts}
        rowKey={(row) => row.id}
        empty={<p className="meta mt-3">{t("page.cohortsNone")}</p>}
        columns={[
          {
            key: "year",
            label: t("field.intakeYear"),
            lead: true,
            cell: (row) => (
              <a href={`/pathways/${pathwayId}/cohorts/${row.id}`}>
                {t("cohort.title", { year: row.intakeYear })}
              </a>
            ),
          },
          {
            key: "enrolled",
            label: t("cohort.enrolled"),
            numeric: true,
            cell: (row) => row.enrolled ?? t("page.withheld"),
          },
          {
            key: "exam",
            label: t("cohort.examination"),
            cell: (row) => <span className="num">{row.examinationOn}</span>,
          },
          { key: "rate", label: t("cohort.rate"), cell: (row) => <ProgressionFigure figure={row.figure} /> },
        ]}
      />
      {cohorts.length > 0 && <p className="note">{t("cohort.definition")}</p>}
    </>
  );
};
