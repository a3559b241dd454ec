import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { useWords } from "~/words/use-words";
import { shareText } from "../credit-text";
import { TableRows } from "./TableRows";

type Success = { passed: number; settled: number; shareBp: number | null };
type Props = {
  tables: Parameters<typeof TableRows>[0]["rows"];
  success: { all: Success | null; schools: readonly { id: string; name: string; success: Success | null }[] };
};

/** The tables of a region and how make-up goes at its schools; nothing about fewer than five. */
export const RegionCredits = ({ tables, success }: Props) => {
  const t = useWords("credits");
  const share = (one: Success | null): string =>
    one === null || one.shareBp === null ? t("home.fewer") : shareText(one.shareBp);
  return (
    <div className="stack mt-5">
      <Section id="success" title={t("home.success")}>
        <StatRow>
          <Stat
            label={t("home.success")}
            value={share(success.all)}
            {...(success.all ? { numerator: success.all.passed, denominator: success.all.settled } : {})}
          />
        </StatRow>
        {success.schools.length > 0 && (
          <DataTable
            caption={t("home.schools")}
            rows={success.schools}
            rowKey={(row) => row.id}
            columns={[
              { key: "school", label: t("home.school"), lead: true, cell: (row) => row.name },
              { key: "share", label: t("home.success"), numeric: true, cell: (row) => share(row.success) },
              {
                key: "settled",
                label: t("home.settled"),
                numeric: true,
                cell: (row) => row.success?.settled ?? t("none"),
              },
            ]}
          />
        )}
      </Section>
      <Section id="tables" title={t("home.tables")}>
        <TableRows
          rows={tables}
          empty={
            <EmptyState title={t("home.noSchools")}>
              <p>{t("home.noSchoolsText")}</p>
            </EmptyState>
          }
        />
      </Section>
    </div>
  );
};
