import type { Point } from "~/catalogues/types";

/** Side of a cell in degrees: about 28 km from south to north, 20–26 km across China from west to east. */
const SIDE = 0.25;
const COLUMNS = 360 / SIDE;
const ROWS = 180 / SIDE;

/** The cell of a record whose place nobody knows. */
export const NOWHERE = -1;

const at = (row: number, column: number): number => row * COLUMNS + column;

/**
 * The quarter-degree cell a point lies in: one number, so that an index finds what is near. Goes in: degrees. Comes
 * out: 0 … 1 036 799. The poles and the date line belong to the last row and column. House rule.
 */
export const cellOf = ({ lat, lng }: Point): number => {
  const row = Math.min(ROWS - 1, Math.max(0, Math.floor((lat + 90) / SIDE)));
  const column = Math.min(COLUMNS - 1, Math.max(0, Math.floor((lng + 180) / SIDE)));
  return at(row, column);
};

/**
 * The cells at ring `distance` around a cell: 0 is the cell itself, 1 the eight around it, 2 the sixteen around those.
 * Comes out: cell numbers, columns wrapping at the date line, rows cut at the poles. House rule.
 */
export const ringOf = (cell: number, distance: number): number[] => {
  const row = Math.floor(cell / COLUMNS);
  const column = cell % COLUMNS;
  const cells: number[] = [];
  for (let down = -distance; down <= distance; down++) {
    if (row + down < 0 || row + down >= ROWS) continue;
    const edge = Math.abs(down) === distance;
    for (let across = -distance; across <= distance; across += edge || distance === 0 ? 1 : 2 * distance) {
      cells.push(at(row + down, (column + across + COLUMNS) % COLUMNS));
    }
  }
  return cells;
};
