import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { SheetsPage } from "../queries/sheets-page.server";

/** How many of the figures asked of a school each school of the region has handed in. */
export const SchoolProgress = ({ page }: { page: SheetsPage }) => {
  const t = useWords("reports");
  const { schools, year } = page;
  if (!schools) return null;
  const here = `/oversight/sheets?year=${year}`;
  return (
    <Section id="schools" title={t("sheets.schools")}>
      <p className="meta mt-2">{t("sheets.schoolsText", { year, total: schools.total })}</p>
      <DataTable
        caption={t("sheets.schools")}
        captionHidden
        rows={schools.items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("sheets.noSchools")} />}
        columns={[
          { key: "school", label: t("sheets.school"), lead: true, cell: ({ name }) => name },
          {
            key: "figures",
            label: t("sheets.figures"),
            numeric: true,
            cell: ({ done }) => t("sheets.figuresOf", { done, total: schools.total }),
          },
        ]}
      />
      <Pagination
        {...(page.schoolAfter ? { firstHref: `${here}#schools` } : {})}
        {...(schools.next ? { nextHref: `${here}&school=${schools.next}#schools` } : {})}
      />
    </Section>
  );
};
