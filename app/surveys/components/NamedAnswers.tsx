import { DataTable } from "~/ui/DataTable";
import { useTranslator, useWords } from "~/words/use-words";
import type { SurveyPage } from "../queries/survey-page.server";

type Props = { named: SurveyPage["named"]; asked: SurveyPage["asked"]; schools: boolean };

/** What organizations answered in their own names, for those who keep the survey. */
export const NamedAnswers = ({ named, asked, schools }: Props) => {
  const t = useWords("surveys");
  const { any } = useTranslator();
  if (named.length === 0) return <p className="meta mt-3">{t("page.noNamed")}</p>;
  return (
    <>
      <p className="meta mt-3">{t("page.namedText")}</p>
      <DataTable
        caption={t("page.namedAnswers")}
        captionHidden
        rows={named}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "organization",
            label: t("page.organization"),
            lead: true,
            cell: ({ organization }) => organization,
          },
          ...(schools
            ? [
                {
                  key: "school",
                  label: t("page.school"),
                  cell: ({ school }: Props["named"][number]) => school,
                },
              ]
            : []),
          {
            key: "overall",
            label: t("page.overall"),
            cell: ({ overall }) => (overall ? any(`surveys.choice.c${overall}`) : t("page.notAsked")),
          },
          {
            key: "each",
            label: t("page.each"),
            cell: ({ choices }) => (
              <span className="num">
                {asked.map(({ id }) => choices[id] ?? t("page.notAsked")).join(" · ")}
              </span>
            ),
          },
          { key: "text", label: t("page.text"), cell: ({ text }) => text || t("page.notAsked") },
        ]}
      />
    </>
  );
};
