import { DataTable } from "~/ui/DataTable";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { SheetsPage } from "../queries/sheets-page.server";

type Line = SheetsPage["tables"][number];

const State = ({ line }: { line: Line }) => {
  const t = useWords("reports");
  const { language } = useTranslator();
  return (
    <>
      {line.open && (
        <a href={`/oversight/sheets/${line.open.id}`} className="block">
          {line.open.problems > 0
            ? t("sheets.waitingWrong", { count: line.open.problems })
            : t("sheets.waiting")}
        </a>
      )}
      {line.confirmed && (
        <a href={`/oversight/sheets/${line.confirmed.id}`} className="block">
          {t("sheets.confirmed", {
            name: line.confirmed.name,
            when: absoluteText(line.confirmed.at, language),
          })}
        </a>
      )}
      {!line.open && !line.confirmed && <span className="text-faint">{t("sheets.none")}</span>}
    </>
  );
};

/** The sheets an organization is asked for in a year: how far each is, and the empty sheet. */
export const SheetTable = ({ page }: { page: SheetsPage }) => {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const template = (table: string, format: string) =>
    `/oversight/sheets/template?table=${table}&year=${page.year}&format=${format}`;
  return (
    <DataTable
      caption={t("sheets.tables")}
      captionHidden
      rows={page.tables}
      rowKey={({ table }) => table}
      columns={[
        {
          key: "table",
          label: t("sheets.table"),
          lead: true,
          cell: ({ table }) => figures(`table.${table}`),
        },
        {
          key: "figures",
          label: t("sheets.figures"),
          numeric: true,
          cell: ({ done, total }) => t("sheets.figuresOf", { done, total }),
        },
        { key: "state", label: t("sheets.state"), cell: (line) => <State line={line} /> },
        {
          key: "template",
          label: t("sheets.template"),
          cell: ({ table }) => (
            <span className="row">
              <a href={template(table, "xlsx")} aria-label={`${figures(`table.${table}`)} XLSX`}>
                {t("sheets.xlsx")}
              </a>
              <a href={template(table, "csv")} aria-label={`${figures(`table.${table}`)} CSV`}>
                {t("sheets.csv")}
              </a>
            </span>
          ),
        },
      ]}
    />
  );
};
