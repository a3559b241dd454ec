import type { ColumnDef } from "~/platform/sheets/columns";
import type { IndicatorTable } from "../indicators/indicator";
import type { Supplier } from "./forms";

/** Raised with every change of the columns: a sheet of an earlier template is told so. */
export const TEMPLATE_VERSION = 1;

/** What stands in every row of a template: its table, who fills it in, its version. */
export const templateId = (table: IndicatorTable, supplier: Supplier): string =>
  `${table}.${supplier}.v${TEMPLATE_VERSION}`;

export const SHEET_FIELDS = [
  "template",
  "year",
  "indicator",
  "title",
  "definition",
  "region",
  "place",
  "numerator",
  "denominator",
  "unit",
  "note",
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

const COLUMNS: readonly ColumnDef<SheetField>[] = [
  { field: "template", names: ["模板", "Template"], required: true },
  { field: "year", names: ["年份", "Year"], required: true },
  { field: "indicator", names: ["指标编码", "Indicator code"], required: true },
  { field: "title", names: ["指标", "Indicator"] },
  { field: "definition", names: ["口径自", "Defined since"], required: true },
  { field: "region", names: ["区划代码", "Region code"] },
  { field: "place", names: ["区划", "Region"] },
  { field: "numerator", names: ["数值或分子", "Figure or numerator"], required: true },
  { field: "denominator", names: ["分母", "Denominator"], required: true },
  { field: "unit", names: ["单位", "Unit"] },
  { field: "note", names: ["说明", "Note"] },
];

/** The columns of a supplier's sheet: an authority fills in places, a school is one. */
export const sheetColumns = (supplier: Supplier): ColumnDef<SheetField>[] =>
  COLUMNS.filter(({ field }) => supplier === "authority" || (field !== "region" && field !== "place")).map(
    (column) => (column.field === "region" ? { ...column, required: true } : column),
  );
