import type { Bilingual } from "../alert-catalogue";
import type { Indicator, IndicatorTable, IndicatorUnit } from "./indicator";

const SINCE = "2026-01-01";

/**
 * An indicator counted from the platform's own records. Goes in: id, table, unit, title, definition, whether it stands now
 * rather than belonging to a year, whether its rows are about persons. Comes out: the indicator; a house definition.
 */
export const computed = (
  id: string,
  table: IndicatorTable,
  unit: IndicatorUnit,
  title: Bilingual,
  definition: Bilingual,
  more: { standing?: boolean; persons?: boolean } = {},
): Indicator => ({
  id,
  table,
  unit,
  title,
  definition,
  standing: more.standing ?? false,
  persons: more.persons ?? false,
  supply: "computed",
  since: SINCE,
  verified: false,
});
