import type { Tx } from "~/platform/db/gate.server";
import type { Difference } from "./rules/map-shares";

/**
 * Moves the sums of the map by differences, many cells in one statement: only SQLite speaks this upsert. Goes in: the
 * transaction, differences, several of one cell allowed. Comes out: how many differences there were. A cell nobody has a
 * share in any more is removed.
 */
export const moveCells = async (tx: Tx, moves: readonly Difference[]): Promise<number> => {
  const listed = JSON.stringify(
    moves.map((move) => [
      move.measure,
      move.family,
      move.industry,
      move.regionCode,
      move.amount,
      move.parties,
    ]),
  );
  await tx.$executeRawUnsafe(
    `INSERT INTO MapCell (measure, family, industry, regionCode, amount, parties)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, SUM(value ->> 4), SUM(value ->> 5)
     FROM json_each(?) WHERE true GROUP BY 1, 2, 3, 4
     ON CONFLICT (measure, family, industry, regionCode)
     DO UPDATE SET amount = amount + excluded.amount, parties = parties + excluded.parties`,
    listed,
  );
  const left = JSON.stringify(
    moves
      .filter(({ parties }) => parties < 0)
      .map((move) => [move.measure, move.family, move.industry, move.regionCode]),
  );
  await tx.$executeRawUnsafe(
    `DELETE FROM MapCell WHERE parties <= 0 AND (measure, family, industry, regionCode) IN
     (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?))`,
    left,
  );
  return moves.length;
};
