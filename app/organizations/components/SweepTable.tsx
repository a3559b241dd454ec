import { DataTable } from "~/ui/DataTable";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import { intervalOf } from "../rules/interval";

export type SweepRow = {
  name: string;
  everyMs: number;
  startedAt: string | null;
  millis: number | null;
  failed: string | null;
  late: boolean;
};

/** What is looked after from time to time: how often, when last, for how long, and how it went. */
export const SweepTable = ({ sweeps, now }: { sweeps: readonly SweepRow[]; now: string }) => {
  const t = useWords("operator");
  const stateOf = (row: SweepRow): { tone: Tone; word: string } => {
    if (!row.startedAt) return { tone: "neutral", word: t("health.notYet") };
    if (row.failed) return { tone: "bad", word: t("health.sweepFailed") };
    return row.late
      ? { tone: "wait", word: t("health.sweepLate") }
      : { tone: "ok", word: t("health.sweepWell") };
  };
  return (
    <DataTable
      caption={t("health.sweeps")}
      captionHidden
      rows={sweeps}
      rowKey={(row) => row.name}
      empty={<p className="meta mt-2">{t("health.noWorker")}</p>}
      columns={[
        { key: "name", label: t("health.sweep"), lead: true, cell: (row) => row.name },
        {
          key: "every",
          label: t("health.every"),
          cell: (row) => {
            const { unit, count } = intervalOf(row.everyMs);
            return t(`health.${unit}`, { count });
          },
        },
        {
          key: "last",
          label: t("health.last"),
          cell: (row) => (row.startedAt ? <RelativeDate at={row.startedAt} now={now} /> : "–"),
        },
        {
          key: "millis",
          label: t("health.took"),
          numeric: true,
          cell: (row) => (row.millis === null ? "–" : `${row.millis} ms`),
        },
        {
          key: "state",
          label: t("people.state"),
          cell: (row) => (
            <>
              <StateBadge {...stateOf(row)} /> {row.failed && <span className="error">{row.failed}</span>}
            </>
          ),
        },
      ]}
    />
  );
};
