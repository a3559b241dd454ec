import { CommitmentBar } from "~/ui/CommitmentBar";
import { DataTable } from "~/ui/DataTable";
import { DueDate } from "~/ui/DueDate";
import { EmptyState } from "~/ui/EmptyState";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { AgreementPageData } from "../page-data";

/** What was promised, by whom and by when, and what has come of it. */
export const CommitmentTable = ({ page }: { page: AgreementPageData }) => {
  const t = useWords("agreements");
  const live = page.commitments.length > 0;
  const names = new Map(page.parties.map((party) => [party.id, party.shortName]));
  const rows = live
    ? page.commitments
    : page.content.commitments.map((one) => ({ ...one, accepted: 0, pending: 0 }));
  return (
    <Section id="commitments" title={t(live ? "page.commitments" : "page.commitmentsPlan")}>
      <DataTable
        caption={t("page.commitments")}
        captionHidden
        rowKey={(row) => row.id}
        rows={rows}
        empty={<EmptyState title={t("finding.noCommitments")} />}
        columns={[
          {
            key: "title",
            label: t("field.commitment"),
            lead: true,
            cell: (row) =>
              live ? (
                <a href={`/agreements/${page.agreement.id}/commitments/${row.id}`}>
                  {row.title} {row.quantity} {row.unit}
                </a>
              ) : (
                `${row.title} ${row.quantity} ${row.unit}`
              ),
          },
          { key: "by", label: t("field.by"), cell: (row) => names.get(row.byId) ?? "" },
          { key: "owner", label: t("field.owner"), cell: (row) => row.owner ?? t("page.noOwner") },
          {
            key: "due",
            label: t("field.dueOn"),
            cell: (row) =>
              row.dueOn ? (
                live && row.accepted < row.quantity ? (
                  <DueDate due={row.dueOn} now={page.now} />
                ) : (
                  <span className="num">{row.dueOn}</span>
                )
              ) : (
                t("page.noDue")
              ),
          },
          ...(live
            ? [
                {
                  key: "progress",
                  label: t("field.quantity"),
                  cell: (row: (typeof rows)[number]) => (
                    <div className="min-w-44">
                      <CommitmentBar
                        promised={row.quantity}
                        delivered={row.accepted + row.pending}
                        accepted={row.accepted}
                        unit={row.unit}
                      />
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
};
