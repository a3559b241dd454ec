import { DataTable } from "~/ui/DataTable";
import { useWords } from "~/words/use-words";

type Kind = { kind: string; queued: number; running: number; dead: number };

const STATES = ["queued", "running", "dead"] as const;

/** Deliveries that are not done, by kind and state, each figure leading to them. */
export const OpenDeliveries = ({ kinds }: { kinds: readonly Kind[] }) => {
  const t = useWords("operator");
  const admin = useWords("admin");
  return (
    <DataTable
      caption={t("health.deliveries")}
      captionHidden
      rows={kinds}
      rowKey={(row) => row.kind}
      empty={<p className="meta mt-2">{t("health.nothingOpen")}</p>}
      columns={[
        {
          key: "kind",
          label: t("jobs.kind"),
          lead: true,
          cell: (row) => (row.kind === "mail" ? admin("outbox.kind.mail") : row.kind),
        },
        ...STATES.map((state) => ({
          key: state,
          label: admin(`outbox.state.${state}`),
          numeric: true,
          cell: (row: Kind) =>
            row[state] > 0 ? <a href={`/admin/jobs?kind=${row.kind}&state=${state}`}>{row[state]}</a> : "–",
        })),
      ]}
    />
  );
};
