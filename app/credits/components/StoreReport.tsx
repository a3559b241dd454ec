import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { storePage } from "../queries/store-page.server";

type Report = Awaited<ReturnType<typeof storePage>>["report"];

const TONES = { latest: "ok", superseded: "neutral", late: "wait" } as const;
const ATTEMPTS = ["kept", "repeated", "late", "differs", "unsigned"] as const;
const DEPOSITS = ["latest", "superseded", "late", "converted", "collected", "elsewhere"] as const;

const minute = (at: string): string => {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
};

/** How tries to deposit ended, what became of the deposits, and each of them. */
export const StoreReport = ({ report }: { report: Report }) => {
  const t = useWords("creditStore");
  return (
    <>
      <Section id="attempts" title={t("report.attempts")}>
        <StatRow>
          {ATTEMPTS.map((name) => (
            <Stat key={name} value={report.attempts[name]} label={t(`report.${name}`)} />
          ))}
        </StatRow>
      </Section>
      <Section
        id="deposits"
        title={t("report.deposits")}
        aside={
          <>
            {t("report.incoming")} <span className="num">{t("report.incomingValue", report.incoming)}</span>
          </>
        }
      >
        <StatRow>
          {DEPOSITS.map((name) => (
            <Stat key={name} value={report.deposits[name]} label={t(`report.${name}`)} />
          ))}
        </StatRow>
        <DataTable
          caption={t("report.items")}
          captionHidden
          rows={report.items}
          rowKey={(row) => row.id}
          csvHref={`/credits/store.csv?from=${report.from}&to=${report.to}`}
          empty={
            <EmptyState level={3} title={t("report.none")}>
              <p>{t("report.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "deposit",
              label: t("column.deposit"),
              lead: true,
              cell: (row) => (
                <>
                  {row.deposit} <span className="num">#{row.sequence}</span>
                  <span className="note num block">{row.hash.slice(0, 12)}</span>
                </>
              ),
            },
            {
              key: "student",
              label: t("column.student"),
              cell: (row) => (
                <>
                  <span className="num">{row.student ?? "–"}</span>
                  {row.transfer && <span className="note num block">{row.transfer}</span>}
                </>
              ),
            },
            {
              key: "order",
              label: t("column.order"),
              cell: (row) => {
                const order = row.order as keyof typeof TONES;
                return <StateBadge tone={TONES[order]} word={t(`order.${order}`)} />;
              },
            },
            {
              key: "received",
              label: t("column.receivedAt"),
              cell: (row) => <span className="num">{minute(row.receivedAt)}</span>,
            },
            {
              key: "converted",
              label: t("column.converted"),
              cell: (row) => (row.converted ? t("report.yes") : t("report.no")),
            },
            {
              key: "collected",
              label: t("column.collectedAt"),
              cell: (row) =>
                row.collectedAt ? (
                  <>
                    <span className="num">{minute(row.collectedAt)}</span>
                    <span className="note block">{row.collectedBy}</span>
                  </>
                ) : (
                  "–"
                ),
            },
            {
              key: "elsewhere",
              label: t("column.elsewhere"),
              cell: (row) => (row.elsewhere.length > 0 ? row.elsewhere.join("、") : "–"),
            },
          ]}
        />
        {report.more && <p className="note">{t("report.more")}</p>}
      </Section>
    </>
  );
};
