import type { ReactNode } from "react";
import { useWords } from "~/words/use-words";
import { Icon } from "./Icon";

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The column that names the row: a row header, and the title of its card on phones. */
  lead?: boolean;
  /** Where a click on the heading leads: this list sorted by this column. */
  sortHref?: string;
  sorted?: "ascending" | "descending";
};

type DataTableProps<Row> = {
  caption: string;
  /** Where the page already shows the caption as a heading. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  csvHref?: string;
  /** Shown instead of an empty table: an EmptyState. */
  empty?: ReactNode;
};

const cellClass = <Row,>(column: Column<Row>): string | undefined =>
  [column.lead ? "lead" : "", column.numeric ? "numeric" : ""].filter(Boolean).join(" ") || undefined;

const Heading = <Row,>({ column }: { column: Column<Row> }) => {
  const t = useWords("ui");
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={column.sorted}
      className={column.numeric ? "numeric" : undefined}
    >
      {column.sortHref ? (
        <a href={column.sortHref} title={t("table.sort", { column: column.label })}>
          {column.label}
          {column.sorted && <Icon name={column.sorted === "ascending" ? "up" : "down"} className="ml-0.5" />}
        </a>
      ) : (
        column.label
      )}
    </th>
  );
};

/**
 * Rows under a caption, sorted by link, offered as CSV. On phones every row becomes a card.
 * The roles are spelled out because `display: block` takes a table's own away.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, captionHidden, columns, rows, rowKey, csvHref, empty } = props;
  const t = useWords("ui");
  if (rows.length === 0 && empty) return empty;
  return (
    <>
      <table className="ledger ledger-cards" role="table">
        <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Heading key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <td
                  key={column.key}
                  role={column.lead ? "rowheader" : "cell"}
                  className={cellClass(column)}
                  data-label={column.label}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {csvHref && (
        <p className="mt-2 text-sm">
          <a className="inline-flex items-center gap-1.5" href={csvHref} download>
            <Icon name="download" />
            {t("table.csv")}
          </a>
        </p>
      )}
    </>
  );
};
