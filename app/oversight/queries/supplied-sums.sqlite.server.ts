import { rawReader } from "~/platform/db/client.server";
import type { SuppliedSum } from "../rules/supplied/told";
import type { IndicatorScope } from "./indicator-sums.sqlite.server";

type Range = { from: string; before: string };
type Row = SuppliedSum & { key: string };

const AMOUNTS = `SUM(numerator) AS numerator, SUM(denominator) AS denominator, MAX(numerator) AS greatest,
  COUNT(*) AS parties`;

/** The one statement of a region's supplied figures, along the index of standing ones. */
export const SUPPLIED_REGION = `SELECT indicatorId AS key, ${AMOUNTS} FROM SuppliedFigure
  WHERE indicatorId IN (SELECT value FROM json_each(@indicators)) AND year = @year AND standing = 1
  AND regionCode >= @from AND regionCode < @before GROUP BY indicatorId`;

const byKey = (rows: readonly Row[]): Map<string, SuppliedSum> =>
  new Map(rows.map(({ key, ...sum }) => [key, sum]));

/**
 * What was handed in for a scope and year. Goes in: the scope, the year, ids of indicators. Comes out: by indicator the sum
 * of what stands; no entry where nothing was handed in.
 */
export const suppliedSums = (
  scope: IndicatorScope,
  year: string,
  indicators: readonly string[],
): Map<string, SuppliedSum> => {
  const asked = { year, indicators: JSON.stringify(indicators) };
  if (scope.kind === "region")
    return byKey(
      rawReader()
        .prepare<unknown[], Row>(SUPPLIED_REGION)
        .all({ ...asked, ...scope.range }),
    );
  return byKey(
    rawReader()
      .prepare<unknown[], Row>(
        `SELECT indicatorId AS key, ${AMOUNTS} FROM SuppliedFigure WHERE organizationId = @id AND year = @year
         AND standing = 1 AND indicatorId IN (SELECT value FROM json_each(@indicators)) GROUP BY indicatorId`,
      )
      .all({ ...asked, id: scope.id }),
  );
};

/** One supplied indicator by the parts of a region. Goes in: indicator, year, region, digits that tell the parts apart. */
export const suppliedParts = (
  indicatorId: string,
  year: string,
  range: Range,
  digits: number,
): Map<string, SuppliedSum> =>
  byKey(
    rawReader()
      .prepare<unknown[], Row>(
        `SELECT substr(regionCode, 1, @digits) AS key, ${AMOUNTS} FROM SuppliedFigure
         WHERE indicatorId = @indicatorId AND year = @year AND standing = 1
         AND regionCode >= @from AND regionCode < @before GROUP BY key ORDER BY key`,
      )
      .all({ indicatorId, year, digits, ...range }),
  );

export type SuppliedOrigin = {
  organizationId: string;
  name: string;
  regionCode: string;
  numerator: number;
  denominator: number | null;
  sheetId: string;
  line: number;
  fileName: string;
  personName: string;
  confirmedAt: string;
  note: string;
};

/**
 * Where a supplied figure comes from: organization, file, line, person and date of every amount it is made of. Goes in:
 * indicator, year, the scope, how many at most. Comes out: the amounts that stand, by place and organization.
 */
export const suppliedOrigins = (
  indicatorId: string,
  year: string,
  scope: IndicatorScope,
  most: number,
): SuppliedOrigin[] => {
  const where =
    scope.kind === "region" ? "f.regionCode >= @from AND f.regionCode < @before" : "f.organizationId = @id";
  const asked = scope.kind === "region" ? scope.range : { id: scope.id };
  return rawReader()
    .prepare<unknown[], SuppliedOrigin>(
      `SELECT f.organizationId, o.name, f.regionCode, f.numerator, f.denominator, f.sheetId, f.line, f.note,
         s.fileName, s.confirmedByName AS personName, s.confirmedAt
       FROM SuppliedFigure f JOIN IndicatorSheet s ON s.id = f.sheetId JOIN Organization o ON o.id = f.organizationId
       WHERE f.indicatorId = @indicatorId AND f.year = @year AND f.standing = 1 AND ${where}
       ORDER BY f.regionCode, f.organizationId LIMIT @most`,
    )
    .all({ indicatorId, year, most, ...asked });
};
