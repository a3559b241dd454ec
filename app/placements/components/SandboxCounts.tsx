import { DataTable } from "~/ui/DataTable";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { useWords } from "~/words/use-words";

type Count = { id: string; name: string; better: number; worse: number };

/** What a trial comes to: how many would newly break or keep the rule, by school and by host; nobody is named. */
export const SandboxCounts = ({
  run,
}: {
  run: {
    total: number;
    looked: number;
    better: number;
    worse: number;
    unchanged: number;
    schools: Count[];
    hosts: Count[];
  };
}) => {
  const t = useWords("sandbox");
  const table = (side: "schools" | "hosts", rows: readonly Count[]) => (
    <Section id={side} title={t(side)}>
      <DataTable
        caption={t(side)}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p className="meta mt-3">{t("none")}</p>}
        columns={[
          { key: "name", label: t("name"), lead: true, cell: ({ name }) => name },
          { key: "worse", label: t("worse"), numeric: true, cell: ({ worse }) => worse },
          { key: "better", label: t("better"), numeric: true, cell: ({ better }) => better },
        ]}
      />
    </Section>
  );
  return (
    <>
      <StatRow>
        <Stat value={run.worse} label={t("worse")} numerator={run.worse} denominator={run.looked} />
        <Stat value={run.better} label={t("better")} numerator={run.better} denominator={run.looked} />
        <Stat value={run.unchanged} label={t("unchanged")} />
      </StatRow>
      <p className="note">{t("looked", { total: run.total, looked: run.looked })}</p>
      {table("schools", run.schools)}
      {table("hosts", run.hosts)}
    </>
  );
};
