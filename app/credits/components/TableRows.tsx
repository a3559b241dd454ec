import type { ReactNode } from "react";
import { DataTable } from "~/ui/DataTable";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";

type Row = {
  id: string;
  from: string;
  to: string;
  inForce: { ordinal: number; from: string } | null;
  open: { ordinal: number; state: string } | null;
};

export const VERSION_TONES: Record<string, Tone> = {
  draft: "wait",
  signing: "act",
  signed: "ok",
  coming: "act",
  superseded: "neutral",
};

/** Equivalence tables, one a direction: what is in force and what is on its way. */
export const TableRows = ({ rows, empty }: { rows: readonly Row[]; empty: ReactNode }) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  return (
    <DataTable
      caption={t("tables.title")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "table",
          label: t("tables.table"),
          lead: true,
          cell: (row) => (
            <a href={`/credits/tables/${row.id}`}>{t("tables.direction", { from: row.from, to: row.to })}</a>
          ),
        },
        {
          key: "force",
          label: t("tables.inForce"),
          cell: (row) =>
            row.inForce
              ? t("tables.inForceValue", { ordinal: row.inForce.ordinal, date: row.inForce.from })
              : t("tables.noForce"),
        },
        {
          key: "open",
          label: t("tables.openState"),
          cell: (row) =>
            row.open ? (
              <span className="row">
                {t("table.version", { ordinal: row.open.ordinal })}
                <StateBadge
                  tone={VERSION_TONES[row.open.state] ?? "neutral"}
                  word={any(`credits.tables.state.${row.open.state}`)}
                />
              </span>
            ) : (
              t("none")
            ),
        },
      ]}
    />
  );
};
