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
  /** where it comes from beyond its definition: for satisfaction the surveys of the year */
  readonly source?: Bilingual;
};

export type SnapshotContent = {
  readonly place: string;
  readonly year: string;
  /** the instant up to which what happened is counted */
  readonly asOf: string;
  readonly figures: readonly KeptFigure[];
};

/**
 * What a snapshot keeps. Goes in: place, year, the instant of the figures, the figures as told, where some come from. Comes
 * out: the same with titles, units and definitions, so that a later change of the catalogue changes nothing in it.
 */
export const snapshotOf = ({
  sources = new Map(),
  ...input
}: {
  place: string;
  year: string;
  asOf: string;
  figures: readonly ToldFigure[];
  sources?: ReadonlyMap<string, Bilingual>;
}): SnapshotContent => ({
  ...input,
  figures: input.figures.flatMap((figure) => {
    const indicator = indicatorOf(figure.indicatorId);
    if (!indicator) return [];
    const { table, unit, title, definition, since } = indicator;
    const source = figure.state === "told" ? sources.get(figure.indicatorId) : undefined;
    return [{ ...figure, table, unit, title, definition, since, ...(source ? { source } : {}) }];
  }),
});
