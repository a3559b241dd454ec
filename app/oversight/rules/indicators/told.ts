import { type Figure, figureOf, tooSmall, type Verdicts } from "./figure";
import type { Indicator } from "./indicator";

/**
 * told: there is a figure · withheld: about too few persons · none: no record yet · awaited: somebody has to supply it ·
 * standing: it has no value of a past year · incomputable: it would have to be divided by zero
 */
export type ToldState = "told" | "withheld" | "none" | "awaited" | "standing" | "incomputable";

export type ToldFigure = {
  readonly indicatorId: string;
  readonly state: ToldState;
} & Figure;

const NOTHING: Figure = { value: null, numerator: 0, denominator: null, exclusions: [] };

/**
 * What a reader is told of an indicator. Goes in: the indicator, its counted amounts (undefined without a record), whether
 * the reader belongs to the organization it is about, whether the year asked for is past. Comes out: the figure with its
 * state; numbers only where it is told.
 */
export const toldFigure = (
  indicator: Pick<Indicator, "id" | "supply" | "unit" | "persons" | "standing">,
  verdicts: Verdicts | undefined,
  { own, past }: { own: boolean; past: boolean },
): ToldFigure => {
  const silent = (state: ToldState): ToldFigure => ({ indicatorId: indicator.id, state, ...NOTHING });
  if (indicator.supply === "imported") return silent("awaited");
  if (indicator.standing && past) return silent("standing");
  if (!verdicts) return silent("none");
  const figure = figureOf(verdicts, indicator.unit === "share" ? "share" : "sum");
  if (indicator.persons && !own && tooSmall(figure)) return silent("withheld");
  return { indicatorId: indicator.id, state: figure.value === null ? "none" : "told", ...figure };
};
