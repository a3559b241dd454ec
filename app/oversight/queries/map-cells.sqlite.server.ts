import { rawReader } from "~/platform/db/client.server";
import type { MapMeasure } from "../rules/map-shares";

export type MapSum = { measure: MapMeasure; part: string; amount: number; parties: number };

/** The one statement of the map: the parts of a region for one family and one industry, read along the primary key. */
export const MAP_SUMS = `SELECT measure, substr(regionCode, 1, ?) AS part, SUM(amount) AS amount, SUM(parties) AS parties
  FROM MapCell WHERE measure IN (SELECT value FROM json_each(?)) AND family = ? AND industry = ?
  AND regionCode >= ? AND regionCode < ? GROUP BY measure, part`;

/**
 * Sums of the map by part of a region. Goes in: how many digits tell the parts apart, the measures, family, industry and
 * the range of region codes. Comes out: one row a measure and part that has anything.
 */
export const mapSums = (
  digits: 2 | 4 | 6,
  measures: readonly MapMeasure[],
  family: string,
  industry: string,
  region: { from: string; before: string },
): MapSum[] =>
  rawReader()
    .prepare<unknown[], MapSum>(MAP_SUMS)
    .all(digits, JSON.stringify(measures), family, industry, region.from, region.before);
