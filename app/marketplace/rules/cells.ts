import type { Point } from "~/catalogues/types";

/** Side of a cell in degrees: about 28 km from south to north, 20–26 km across China from west to east. */
const CELL = 0.25;
/** Side of a tile: about 111 km, 80–105 km. */
const TILE = 1;

/** The cell and the tile of a record whose place nobody knows. */
export const NOWHERE = -1;

/** Cells (or tiles) of one row side by side: from the first to the last number, both included. */
export type CellRange = readonly [first: number, last: number];

const rowOf = (lat: number, side: number): number =>
  Math.min(180 / side - 1, Math.max(0, Math.floor((lat + 90) / side)));

const columnOf = (lng: number, side: number): number =>
  Math.min(360 / side - 1, Math.max(0, Math.floor((lng + 180) / side)));

const numberOf = (row: number, column: number, side: number): number => row * (360 / side) + column;

/**
 * The quarter-degree cell a point lies in: one number, so that an index finds what is near. Goes in: degrees. Comes
 * out: 0 … 1 036 799. The poles and the date line belong to the last row and column. House rule.
 */
export const cellOf = ({ lat, lng }: Point): number => numberOf(rowOf(lat, CELL), columnOf(lng, CELL), CELL);

/** The one-degree tile a point lies in, counted likewise: 0 … 64 799. House rule. */
export const tileOf = ({ lat, lng }: Point): number => numberOf(rowOf(lat, TILE), columnOf(lng, TILE), TILE);

const rangesOf = (south: number, north: number, west: number, east: number, side: number): CellRange[] => {
  const ranges: CellRange[] = [];
  for (let row = Math.max(0, south); row <= Math.min(180 / side - 1, north); row++) {
    const first = numberOf(row, Math.max(0, west), side);
    const last = numberOf(row, Math.min(360 / side - 1, east), side);
    ranges.push([first, last]);
  }
  return ranges;
};

/**
 * The nine cells around a point as one range for each row, since an index reads a range at once: whatever is within
 * 20 km is in them. Cut at the poles and the date line, which no place in China is near. House rule.
 */
export const cellsAround = ({ lat, lng }: Point): CellRange[] => {
  const row = rowOf(lat, CELL);
  const column = columnOf(lng, CELL);
  return rangesOf(row - 1, row + 1, column - 1, column + 1, CELL);
};

/** The four tiles nearest to a point, likewise: whatever is within 40 km is in them, and much within 150 km. House rule. */
export const tilesAround = ({ lat, lng }: Point): CellRange[] => {
  const south = Math.round((lat + 90) / TILE) - 1;
  const west = Math.round((lng + 180) / TILE) - 1;
  return rangesOf(south, south + 1, west, west + 1, TILE);
};
