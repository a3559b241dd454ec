import type { Bilingual } from "../alert-catalogue";
import { indicatorOf } from "./catalogue";
import type { IndicatorTable, IndicatorUnit } from "./indicator";
import type { ToldFigure } from "./told";

/** One figure as it was told, with the definition of that day. */
export type KeptFigure = ToldFigure & {
  readonly table: IndicatorTable;
  readonly unit: IndicatorUnit;
  readonly title: Bilingual;
  readonly definition: Bilingual;
  readonly since: string;
};

export type SnapshotContent = {
  readonly place: string;
  readonly year: string;
  /** the instant up to which what happened is counted */
  readonly asOf: string;
  readonly figures: readonly KeptFigure[];
};

/**
 * What a snapshot keeps. Goes in: place, year, the instant of the figures, the figures as told. Comes out: the same with
 * titles, units and definitions, so that a later change of the catalogue changes nothing in it.
 */
export const snapshotOf = (input: {
  place: string;
  year: string;
  asOf: string;
  figures: readonly ToldFigure[];
}): SnapshotContent => ({
  ...input,
  figures: input.figures.flatMap((figure) => {
    const indicator = indicatorOf(figure.indicatorId);
    if (!indicator) return [];
    const { table, unit, title, definition, since } = indicator;
    return [{ ...figure, table, unit, title, definition, since }];
  }),
});
