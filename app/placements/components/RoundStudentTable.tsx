import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { useWords } from "~/words/use-words";
import type { roundStudents } from "../queries/round-students.server";

type Row = Awaited<ReturnType<typeof roundStudents>>["rows"][number];

/** Who has given choices, and by whose hand; the school may write down those of students without an account. */
export const RoundStudentTable = ({
  roundId,
  rows,
  enters,
}: {
  roundId: string;
  rows: readonly Row[];
  enters: boolean;
}) => {
  const t = useWords("rounds");
  return (
    <DataTable
      caption={t("students.listTitle")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("students.empty")} />}
      columns={[
        {
          key: "name",
          label: t("students.name"),
          lead: true,
          cell: ({ id, name, number, className }) => (
            <>
              <a href={`/organization/students/${id}`}>{name}</a>
              <div className="note num">
                {number} · {className}
              </div>
            </>
          ),
        },
        {
          key: "choices",
          label: t("students.choices"),
          numeric: true,
          cell: ({ choices, chosenBy }) => (chosenBy ? choices : t("students.notYet")),
        },
        {
          key: "by",
          label: t("students.by"),
          cell: ({ chosenBy, account }) =>
            chosenBy
              ? t(chosenBy === "school" ? "students.bySchool" : "students.bySelf")
              : account
                ? t("list.none")
                : t("students.noAccount"),
        },
        ...(enters
          ? [
              {
                key: "act",
                label: t("act.choose"),
                cell: ({ id, name }: Row) => (
                  <a
                    href={`/rounds/${roundId}/choices?student=${id}`}
                    aria-label={`${t("students.enter")} ${name}`}
                  >
                    {t("students.enter")}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};
