import { COMPUTED_INDICATORS } from "./computed";
import { GRADUATE_INDICATORS } from "./graduates";
import type { Indicator } from "./indicator";
import { OUTCOME_INDICATORS } from "./outcome-tables";
import { PROVISION_INDICATORS } from "./provision-tables";
import { SATISFACTION_INDICATORS } from "./satisfaction";

/** Every indicator: those counted here first, then what the tables of the quality report want supplied. */
export const INDICATORS: readonly Indicator[] = [
  ...COMPUTED_INDICATORS,
  ...GRADUATE_INDICATORS,
  ...SATISFACTION_INDICATORS,
  ...OUTCOME_INDICATORS,
  ...PROVISION_INDICATORS,
];

const byId = new Map(INDICATORS.map((one) => [one.id, one]));

/** An indicator by its id; undefined for an id none has. */
export const indicatorOf = (id: string): Indicator | undefined => byId.get(id);

/** The period a figure of a year is kept under. Goes in: the indicator and a year. Comes out: the year, "now" for standing ones. */
export const periodOf = (indicator: Pick<Indicator, "standing">, year: string): string =>
  indicator.standing ? "now" : year;
