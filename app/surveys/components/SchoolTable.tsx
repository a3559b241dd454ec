import { DataTable } from "~/ui/DataTable";
import { useTranslator, useWords } from "~/words/use-words";
import type { SchoolResult } from "../queries/survey-counts.server";
import { responseRate } from "../rules/figures";
import { meanText, percentText } from "./result-text";

const SHOWN = 100;

type Props = { schools: readonly SchoolResult[]; counted: boolean; fewest: number };

/** The schools of an authority's survey, the least satisfied first; why a school has no figure stands in its place. */
export const SchoolTable = ({ schools, counted, fewest }: Props) => {
  const t = useWords("surveys");
  const { any } = useTranslator();
  return (
    <>
      <p className="meta mt-3">{t("page.bySchoolText", { count: fewest })}</p>
      <DataTable
        caption={t("page.bySchool")}
        captionHidden
        rows={schools.slice(0, SHOWN)}
        rowKey={({ id }) => id}
        columns={[
          { key: "school", label: t("page.school"), lead: true, cell: ({ name }) => name },
          {
            key: "response",
            label: t("page.response"),
            numeric: true,
            cell: ({ answered, invited }) => {
              const rate = responseRate(answered, invited);
              return rate === null
                ? t("page.notAsked")
                : t("list.responseValue", { share: percentText(rate), answered, invited });
            },
          },
          ...(counted
            ? [
                {
                  key: "overall",
                  label: t("page.satisfied"),
                  numeric: true,
                  cell: ({ figure, withheld }: SchoolResult) =>
                    figure.told ? (
                      t("list.overallValue", {
                        share: percentText(figure.shareBp),
                        satisfied: figure.satisfied,
                        answers: figure.answers,
                      })
                    ) : (
                      <span className="text-faint">
                        {any(`surveys.page.withheld.${withheld || "empty"}`, { count: fewest })}
                      </span>
                    ),
                },
                {
                  key: "mean",
                  label: t("page.mean"),
                  numeric: true,
                  cell: ({ figure }: SchoolResult) =>
                    figure.told ? meanText(figure.meanCenti) : t("page.notAsked"),
                },
              ]
            : []),
        ]}
      />
      {schools.length > SHOWN && <p className="meta mt-3">{t("page.moreSchools", { count: SHOWN })}</p>}
    </>
  );
};
