import { type Column, DataTable } from "~/ui/DataTable";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { RosterState } from "../rules/roster-check";

type RosterView = {
  id: string;
  fileName: string;
  state: RosterState;
  rows: number;
  wrongRows: number;
  createdAt: string;
};

const TONES: Record<RosterState, Tone> = {
  checking: "neutral",
  checked: "wait",
  writing: "neutral",
  applied: "ok",
  discarded: "neutral",
};

/** Where an import stands. */
export const RosterBadge = ({ state }: { state: RosterState }) => {
  const t = useWords("students");
  return <StateBadge tone={TONES[state]} word={t(`roster.state.${state}`)} />;
};

/** Rosters uploaded lately, each the way back to its findings. */
export const RosterTable = ({ rosters, now }: { rosters: readonly RosterView[]; now: string }) => {
  const t = useWords("students");
  const columns: Column<RosterView>[] = [
    {
      key: "file",
      label: t("import.file"),
      lead: true,
      cell: (row) => <a href={`/organization/students/imports/${row.id}`}>{row.fileName}</a>,
    },
    { key: "state", label: t("field.state"), cell: (row) => <RosterBadge state={row.state} /> },
    {
      key: "rows",
      label: t("roster.title"),
      cell: (row) =>
        t("roster.summary", { rows: row.rows, good: row.rows - row.wrongRows, wrong: row.wrongRows }),
    },
    {
      key: "at",
      label: t("own.historyColumn.at"),
      cell: (row) => <RelativeDate at={row.createdAt} now={now} />,
    },
  ];
  return (
    <DataTable
      caption={t("import.recentCaption")}
      captionHidden
      columns={columns}
      rows={rosters}
      rowKey={(row) => row.id}
    />
  );
};
