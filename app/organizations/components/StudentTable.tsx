import type { ReactNode } from "react";
import { type Column, DataTable } from "~/ui/DataTable";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";

export type StudentRowView = {
  id: string;
  studentNumber: string;
  name: string;
  programme: string;
  entryYear: number;
  className: string;
  phone: string | null;
  minor: boolean;
  needsGuardian: boolean;
  account: "joined" | "invited" | "none";
};

const TONES: Record<StudentRowView["account"], Tone> = { joined: "ok", invited: "act", none: "neutral" };

/** The roll: number, name, where they belong, masked phone, and whether they have taken up their record. */
export const StudentTable = ({
  students,
  empty,
}: {
  students: readonly StudentRowView[];
  empty: ReactNode;
}) => {
  const t = useWords("students");
  const columns: Column<StudentRowView>[] = [
    {
      key: "name",
      label: t("field.name"),
      lead: true,
      cell: (row) => (
        <>
          <a href={`/organization/students/${row.id}`}>{row.name}</a> {row.minor && <Tag>{t("minor")}</Tag>}
        </>
      ),
    },
    {
      key: "number",
      label: t("field.studentNumber"),
      cell: (row) => <span className="num">{row.studentNumber}</span>,
    },
    {
      key: "programme",
      label: students.some((row) => row.programme !== "") ? t("field.programme") : t("field.className"),
      cell: (row) => (
        <div>
          {row.programme}
          <div className="note">{row.className}</div>
        </div>
      ),
    },
    {
      key: "phone",
      label: t("field.phone"),
      cell: (row) => (
        <div>
          <span className="num">{row.phone ?? t("page.notGiven")}</span>
          {row.needsGuardian && <div className="note">{t("noGuardian")}</div>}
        </div>
      ),
    },
    {
      key: "account",
      label: t("field.account"),
      cell: (row) => <StateBadge tone={TONES[row.account]} word={t(`account.${row.account}`)} />,
    },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      columns={columns}
      rows={students}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
};
