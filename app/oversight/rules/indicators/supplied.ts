import type { Bilingual } from "../alert-catalogue";
import type { Indicator, IndicatorTable, IndicatorUnit } from "./indicator";

/**
 * An indicator of the quality report whose figure somebody supplies. Goes in: id, table, unit, title, definition, since
 * when it is so defined. Comes out: the indicator; not verified, because the tables' present wording was not read at its source.
 */
export const supplied = (
  id: string,
  table: IndicatorTable,
  unit: IndicatorUnit,
  title: Bilingual,
  definition: Bilingual,
  since = "2026-01-01",
): Indicator => ({
  id,
  table,
  unit,
  title,
  definition,
  standing: false,
  persons: false,
  supply: "imported",
  since,
  verified: false,
});
