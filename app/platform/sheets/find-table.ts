import { type ColumnDef, headerScore } from "./columns";
import type { Grid, Sheet } from "./sheet";

/** A header is looked for this far down: titles, notes and dates come before it. House rule. */
const HEADER_WITHIN = 12;

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell === "");

const width = (grid: Grid): number => Math.max(0, ...grid.lines.map((line) => line.cells.length));

/** Two header rows as one: the group's word before the column's, once where a cell spans both. */
const joined = (upper: readonly string[], lower: readonly string[], columns: number): string[] =>
  Array.from({ length: columns }, (_, column) => {
    const [group, own] = [upper[column] ?? "", lower[column] ?? ""];
    return group === own ? own : `${group}${own}`;
  });

type Candidate = { headers: string[]; first: number; after: number; score: number };

const candidates = <F extends string>(grid: Grid, defs: readonly ColumnDef<F>[]): Candidate[] => {
  const columns = width(grid);
  return grid.lines.slice(0, HEADER_WITHIN).flatMap(({ cells }, index) => {
    const single = Array.from({ length: columns }, (_, column) => cells[column] ?? "");
    const below = grid.lines[index + 1]?.cells;
    const one = { headers: single, first: index, after: index + 1, score: headerScore(single, defs) };
    if (!below) return [one];
    const both = joined(cells, below, columns);
    // A second row counts as header only for naming more than the first does: data never does.
    return [one, { headers: both, first: index, after: index + 2, score: headerScore(both, defs) - 0.5 }];
  });
};

/**
 * Finds the table in a grid: its header, under whatever title, in one row or in two with merged groups ("监护人" over
 * "姓名" and "电话"), and the rows below it. Goes in: the grid and the columns that may be there; without any, the first
 * row with text is the header. Comes out: the table without empty rows and columns, or null when there is no text at all.
 */
export const findTable = <F extends string>(grid: Grid, defs: readonly ColumnDef<F>[]): Sheet | null => {
  const lines = grid.lines.filter((line) => !isEmpty(line.cells));
  if (lines.length === 0) return null;
  const found = candidates({ ...grid, lines }, defs).reduce((best, one) =>
    one.score > best.score ? one : best,
  );
  const body = lines.slice(found.after);
  const kept = found.headers
    .map((_, column) => column)
    .filter(
      (column) => found.headers[column] !== "" || body.some((line) => (line.cells[column] ?? "") !== ""),
    );
  const place = new Map(kept.map((column, index) => [column, index]));
  const inBody = new Set(body.map((line) => line.line));
  return {
    headers: kept.map((column) => found.headers[column]!),
    headerLine: lines[found.after - 1]!.line,
    rows: body.map((line) => ({ line: line.line, cells: kept.map((column) => line.cells[column] ?? "") })),
    marks: grid.marks.flatMap((mark) => {
      const column = place.get(mark.column);
      return column === undefined || !inBody.has(mark.line) ? [] : [{ ...mark, column }];
    }),
    otherSheets: grid.otherSheets,
  };
};
