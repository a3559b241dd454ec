import { type Column, DataTable } from "~/ui/DataTable";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { IndicatorRow } from "../queries/indicator-records.sqlite.server";
import type { Indicator } from "../rules/indicators/indicator";
import { amountText } from "./figure-text";

type RowTableProps = {
  indicator: Pick<Indicator, "unit" | "persons" | "title">;
  rows: readonly IndicatorRow[];
};

/** The records a figure is the sum of, each with how it counts. */
export const RowTable = ({ indicator, rows }: RowTableProps) => {
  const t = useWords("indicators");
  const { any, language } = useTranslator();
  const counts = ({ verdict }: IndicatorRow): string => {
    if (verdict === "met") return t(indicator.unit === "share" ? "verdict.met" : "verdict.sum");
    if (verdict === "unmet") return t("verdict.unmet");
    return `${t("page.excluded")} · ${any(`indicators.exclusion.${verdict}`)}`;
  };
  const student: Column<IndicatorRow> = {
    key: "student",
    label: t("column.student"),
    cell: (row) => (row.studentName ? `${row.studentName} ${row.studentNumber ?? ""}` : "—"),
  };
  const amount: Column<IndicatorRow> = {
    key: "amount",
    label: t("column.amount"),
    numeric: true,
    cell: (row) => (row.verdict === "met" ? amountText(row.amount, indicator.unit, t) : "—"),
  };
  return (
    <DataTable
      caption={language === "en" ? indicator.title.en : indicator.title.zh}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "title", label: t("column.title"), lead: true, cell: ({ title }) => title },
        ...(indicator.persons ? [student] : []),
        { key: "with", label: t("column.with"), cell: ({ withName }) => withName ?? "—" },
        { key: "day", label: t("column.day"), cell: ({ day }) => absoluteText(day, language) },
        ...(indicator.unit === "share" ? [] : [amount]),
        { key: "verdict", label: t("column.verdict"), cell: counts },
      ]}
    />
  );
};
