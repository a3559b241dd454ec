import type { ReactNode } from "react";
import { DataTable } from "~/ui/DataTable";
import { RelativeDate } from "~/ui/RelativeDate";
import { useWords } from "~/words/use-words";

export type VersionRow = {
  id: string;
  catalogue: string;
  version: string;
  authority: string;
  document: string;
  date: string;
  importedAt: string;
  rows: number;
  added: number;
  changed: number;
  withdrawn: number;
};

type VersionTableProps = { versions: readonly VersionRow[]; now: string; empty: ReactNode };

/** Imports that changed a catalogue, newest first, each leading to its difference. */
export const VersionTable = ({ versions, now, empty }: VersionTableProps) => {
  const t = useWords("operator");
  const catalogues = useWords("catalogues");
  return (
    <DataTable
      caption={t("catalogues.versions")}
      captionHidden
      rows={versions}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "catalogue",
          label: t("catalogues.catalogue"),
          lead: true,
          cell: (row) => (
            <a href={`/admin/catalogues?version=${row.id}`}>
              {catalogues(`name.${row.catalogue as "majors"}`)} {row.version}
            </a>
          ),
        },
        {
          key: "document",
          label: t("catalogues.document"),
          cell: (row) => `${row.authority} · ${row.document} · ${row.date}`,
        },
        { key: "rows", label: t("catalogues.rows"), numeric: true, cell: (row) => row.rows },
        { key: "added", label: t("catalogues.added"), numeric: true, cell: (row) => row.added },
        { key: "changed", label: t("catalogues.changed"), numeric: true, cell: (row) => row.changed },
        { key: "withdrawn", label: t("catalogues.withdrawn"), numeric: true, cell: (row) => row.withdrawn },
        {
          key: "at",
          label: t("catalogues.importedAt"),
          cell: (row) => <RelativeDate at={row.importedAt} now={now} />,
        },
      ]}
    />
  );
};
