import { DataTable } from "~/ui/DataTable";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { roundResult } from "../queries/round-result.server";

type Row = Awaited<ReturnType<typeof roundResult>>["unmatched"][number];

/** Who found nothing, with how many choices they gave and how many of them a rule or a missing consent kept them from. */
export const UnmatchedStudents = ({ rows, total }: { rows: readonly Row[]; total: number }) => {
  const t = useWords("rounds");
  return (
    <Section id="unmatched" title={t("result.unmatchedTitle")}>
      <p className="note my-3">
        {total === 0 ? t("result.everybody") : t("result.unmatchedText", { count: total })}
      </p>
      {total > 0 && (
        <DataTable
          caption={t("result.unmatchedTitle")}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: t("students.name"),
              lead: true,
              cell: ({ id, name, className, own }) => (
                <>
                  {own ? <a href={`/organization/students/${id}`}>{name}</a> : name}
                  <div className="note">{className}</div>
                </>
              ),
            },
            {
              key: "choices",
              label: t("result.choices"),
              numeric: true,
              cell: ({ choices }) => (choices === 0 ? t("result.noChoices") : choices),
            },
            { key: "barred", label: t("result.barred"), numeric: true, cell: ({ barred }) => barred },
          ]}
        />
      )}
    </Section>
  );
};
