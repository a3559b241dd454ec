import { type Column, DataTable } from "~/ui/DataTable";
import { useTranslator, useWords } from "~/words/use-words";
import type { SheetPage } from "../queries/sheet-page.server";
import type { CellFinding } from "../rules/supplied/rows";

type Line = SheetPage["lines"][number];

const Findings = ({ line }: { line: Line }) => {
  const t = useWords("reports");
  const { any } = useTranslator();
  const said = ({ field, key, values }: CellFinding) => {
    const typed = line.cells[field];
    return (
      <>
        <b>{t(`column.${field}`)}</b>
        {typed && <span className="meta break-all"> “{typed.slice(0, 60)}”</span>}{" "}
        {any(`reports.cell.${key}`, values)}
      </>
    );
  };
  if (line.masked) return <a href={`/oversight/indicators/${line.indicatorId}`}>{t("sheet.masked")}</a>;
  if (line.findings.length === 0 && line.notes.length === 0)
    return <span className="text-faint">{t(line.empty ? "sheet.empty" : "sheet.fine")}</span>;
  return (
    <ul>
      {[...line.findings, ...line.notes].map((finding) => (
        <li key={`${finding.field}:${finding.key}`}>{said(finding)}</li>
      ))}
    </ul>
  );
};

/** A sheet line by line: what was typed and what stands against each cell. */
export const SheetLines = ({ page }: { page: SheetPage }) => {
  const t = useWords("reports");
  const { language } = useTranslator();
  const place: Column<Line> = { key: "place", label: t("sheet.place"), cell: (line) => line.place };
  return (
    <DataTable
      caption={t("sheet.rows")}
      captionHidden
      rows={page.lines}
      rowKey={({ line }) => String(line)}
      columns={[
        {
          key: "indicator",
          label: t("sheet.indicator"),
          lead: true,
          cell: ({ line, indicator, cells }) => (
            <>
              <span className="num meta">
                {t("sheet.line")} {line}
              </span>{" "}
              {indicator ? (language === "en" ? indicator.en : indicator.zh) : (cells.indicator ?? "")}
            </>
          ),
        },
        ...(page.authority ? [place] : []),
        {
          key: "numerator",
          label: t("sheet.numerator"),
          numeric: true,
          cell: ({ cells }) => cells.numerator || "—",
        },
        {
          key: "denominator",
          label: t("sheet.denominator"),
          numeric: true,
          cell: ({ cells }) => cells.denominator || "—",
        },
        { key: "finding", label: t("sheet.finding"), cell: (line) => <Findings line={line} /> },
      ]}
    />
  );
};
