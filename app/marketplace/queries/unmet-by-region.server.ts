import { rawReader } from "~/platform/db/client.server";

/**
 * How many signals of unmet demand each part of a region holds, all sources together. Goes in: the range of region codes,
 * how many digits tell the parts apart, the range of classes of majors ("06-01"; null for all), the civil dates. Comes
 * out: the sum by the part's digits. Only SQLite speaks this `substr`; the rows are codes and counts, no person.
 */
export const unmetByRegion = (asked: {
  region: { from: string; before: string };
  digits: 2 | 4 | 6;
  family: { from: string; before: string } | null;
  from: string;
  to: string;
}): ReadonlyMap<string, number> => {
  const { region, digits, family, from, to } = asked;
  const rows = rawReader()
    .prepare<unknown[], { part: string; total: number }>(
      `SELECT substr(regionCode, 1, ?) AS part, SUM(count) AS total FROM DemandSignal
       WHERE regionCode >= ? AND regionCode < ? AND day >= ? AND day <= ?
       ${family ? "AND family >= ? AND family < ?" : ""} GROUP BY part`,
    )
    .all(digits, region.from, region.before, from, to, ...(family ? [family.from, family.before] : []));
  return new Map(rows.map(({ part, total }) => [part, total]));
};
