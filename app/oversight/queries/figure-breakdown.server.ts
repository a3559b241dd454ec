import type { Figure } from "../rules/indicators/figure";
import type { Indicator } from "../rules/indicators/indicator";
import { type ToldFigure, toldFigure } from "../rules/indicators/told";
import { type SupplyForm, supplyForm } from "../rules/supplied/forms";
import { personCounts, type SuppliedSum, toldSupplied } from "../rules/supplied/told";
import { countsOfFigure, suppressByPlace } from "../rules/suppression";
import { indicatorOrganizations, indicatorParts } from "./indicator-sums.sqlite.server";
import { type SuppliedOrigin, suppliedOrigins, suppliedParts } from "./supplied-sums.sqlite.server";

/** More organizations than this are not looked at for one figure; what is left out is never told. */
const MOST = 5_000;

export type BreakdownPart = { code: string; figure: ToldFigure };
export type BreakdownRow = {
  id: string;
  name: string;
  regionCode: string;
  figure: ToldFigure;
  /** where a supplied amount stands; null for what is counted */
  origin: Pick<SuppliedOrigin, "sheetId" | "line" | "fileName" | "personName" | "confirmedAt"> | null;
};

export type Breakdown = { parts: BreakdownPart[]; rows: BreakdownRow[]; next: string | null };

type Range = { from: string; before: string };
type Asked = {
  indicator: Indicator;
  period: string;
  scope: { kind: "region"; code: string; range: Range };
  /** digits that tell the parts apart; null where the region has none below it */
  digits: number | null;
  after: string;
  take: number;
  /** whether the region's own figure is told */
  totalTold: boolean;
};

const keyOf = ({ regionCode, id }: { regionCode: string; id: string }): string => `${regionCode}~${id}`;

const silent = ({ indicatorId }: ToldFigure): ToldFigure => ({
  indicatorId,
  state: "withheld",
  value: null,
  numerator: 0,
  denominator: null,
  exclusions: [],
});

const partOf = (code: string, digits: number | null): string =>
  digits === null ? "" : code.slice(0, digits);

const page = (rows: BreakdownRow[], { after, take }: Asked): Pick<Breakdown, "rows" | "next"> => {
  const left = rows.filter((row) => keyOf(row) > after);
  const shown = left.slice(0, take);
  const last = shown.at(-1);
  return { rows: shown, next: left.length > take && last ? keyOf(last) : null };
};

type Counted = { key: string; figure: ToldFigure; counts: number[] };

/** Hides what stands for few persons, and what would give it away, in places and organizations at once. */
const hide = (
  parts: readonly Counted[],
  rows: readonly (BreakdownRow & { counts: number[] })[],
  asked: Asked,
) => {
  const hidden = suppressByPlace(
    parts,
    rows.map((row) => ({ key: keyOf(row), counts: row.counts, place: partOf(row.regionCode, asked.digits) })),
    asked.totalTold,
  );
  return {
    parts: parts.map(({ key, figure }) => ({
      code: key.padEnd(6, "0"),
      figure: hidden.places.has(key) ? silent(figure) : figure,
    })),
    rows: rows.map(({ counts: _counts, ...row }) =>
      hidden.organizations.has(keyOf(row)) ? { ...row, figure: silent(row.figure) } : row,
    ),
  };
};

const countedBreakdown = (asked: Asked): Breakdown => {
  const { indicator, period, scope, digits, after, take } = asked;
  const openly = { own: true, past: false };
  const figure = (verdicts: Readonly<Record<string, number>>) => toldFigure(indicator, verdicts, openly);
  const parts =
    digits === 4 || digits === 6
      ? [...indicatorParts(indicator.id, period, scope.range, digits)].map(([key, verdicts]) => ({
          key,
          figure: figure(verdicts),
        }))
      : [];
  const found = indicatorOrganizations(
    indicator.id,
    period,
    scope.range,
    indicator.persons ? "" : after,
    indicator.persons ? MOST : take + 1,
  );
  const rows = found.map(({ id, name, regionCode, verdicts }) => ({
    id,
    name,
    regionCode,
    figure: figure(verdicts),
    origin: null,
  }));
  if (!indicator.persons)
    return { parts: parts.map((part) => ({ code: part.key.padEnd(6, "0"), ...part })), ...page(rows, asked) };
  const all: readonly Figure[] = [...parts, ...rows].map((one) => one.figure);
  const reasons = [
    ...new Set(all.flatMap(({ exclusions }) => exclusions.map(({ reason }) => reason))),
  ].sort();
  const counted = <T extends { figure: ToldFigure }>(one: T) => ({
    ...one,
    counts: countsOfFigure(one.figure, reasons),
  });
  const told = hide(parts.map(counted), rows.map(counted), asked);
  return { parts: told.parts, ...page(told.rows, asked) };
};

const suppliedBreakdown = (asked: Asked, form: SupplyForm): Breakdown => {
  const { indicator, period, scope, digits } = asked;
  const counted = (sum: SuppliedSum) => ({
    figure: toldSupplied(indicator, form, sum, { own: true }),
    counts: personCounts(indicator.unit, form, sum),
  });
  const parts =
    digits === null
      ? []
      : [...suppliedParts(indicator.id, period, scope.range, digits)].map(([key, sum]) => ({
          key,
          ...counted(sum),
        }));
  const rows = suppliedOrigins(indicator.id, period, scope, MOST).map((one) => ({
    id: one.organizationId,
    name: one.name,
    regionCode: one.regionCode,
    origin: one,
    ...counted({ ...one, greatest: one.numerator, parties: 1 }),
  }));
  const told = hide(parts, rows, asked);
  return { parts: told.parts, ...page(told.rows, asked) };
};

/**
 * A region's figure by the places below it and by organization. Goes in: the indicator, its period, the region, where to go
 * on. Comes out: places, a page of organizations and the key to go on; counts of few persons, and those that would give
 * them away, are withheld. Supplied amounts carry file, line, person and date.
 */
export const figureBreakdown = (asked: Asked): Breakdown => {
  const form = asked.indicator.supply === "imported" ? supplyForm(asked.indicator.id) : null;
  return form ? suppliedBreakdown(asked, form) : countedBreakdown(asked);
};
