import type { Tx } from "~/platform/db/gate.server";
import { insertMany } from "~/platform/db/insert-many.server";
import { INDICATOR_RECORDS, indicatorCounts } from "./queries/indicator-records.sqlite.server";
import { sharesHeld } from "./queries/indicator-sums.sqlite.server";
import {
  cellMoves,
  type IndicatorShareRow,
  sameShares,
  sharesByOrganization,
} from "./rules/indicators/shares";

/** An organization as its figures are counted: id and region. */
export type Counted = { id: string; regionCode: string };

/**
 * What organizations add to every computed indicator, from the records as they are now. Goes in: the organizations. Comes
 * out: their shares, none with nothing in it.
 */
export const sharesFromRecords = (organizations: readonly Counted[]): IndicatorShareRow[] => {
  const regions = new Map(organizations.map(({ id, regionCode }) => [id, regionCode]));
  const ids = [...regions.keys()];
  return Object.keys(INDICATOR_RECORDS).flatMap((indicatorId) =>
    indicatorCounts(indicatorId, ids)
      .filter(({ amount }) => amount !== 0)
      .map((row) => ({ ...row, indicatorId, regionCode: regions.get(row.organizationId) ?? "" })),
  );
};

const CELL = "indicatorId, period, verdict, regionCode";

const moveIndicatorCells = async (tx: Tx, moves: ReturnType<typeof cellMoves>): Promise<void> => {
  const listed = JSON.stringify(
    moves.map((move) => [
      move.indicatorId,
      move.period,
      move.verdict,
      move.regionCode,
      move.amount,
      move.parties,
    ]),
  );
  await tx.$executeRawUnsafe(
    `INSERT INTO IndicatorCell (${CELL}, amount, parties)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?) WHERE true
     ON CONFLICT (${CELL}) DO UPDATE SET amount = amount + excluded.amount, parties = parties + excluded.parties`,
    listed,
  );
  await tx.$executeRawUnsafe(
    `DELETE FROM IndicatorCell WHERE parties <= 0 AND (${CELL}) IN
     (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?))`,
    listed,
  );
};

/**
 * Brings the shares of some organizations and the sums to what the records say now, inside the caller's transaction; the
 * write gate lets nobody write meanwhile. Comes out: how many organizations changed. Doing it again changes none.
 */
export const refreshIndicatorShares = async (tx: Tx, ids: readonly string[]): Promise<number> => {
  const organizations = await tx.organization.findMany({
    where: { id: { in: [...ids] }, state: { not: "unclaimed" } },
    select: { id: true, regionCode: true },
  });
  const now = sharesByOrganization(sharesFromRecords(organizations));
  const held = sharesByOrganization(sharesHeld(ids));
  const changed = ids.filter((id) => !sameShares(held.get(id) ?? [], now.get(id) ?? []));
  if (changed.length === 0) return 0;
  const before = changed.flatMap((id) => held.get(id) ?? []);
  const after = changed.flatMap((id) => now.get(id) ?? []);
  await tx.$executeRawUnsafe(
    "DELETE FROM IndicatorShare WHERE organizationId IN (SELECT value FROM json_each(?))",
    JSON.stringify(changed),
  );
  await insertMany(
    tx,
    "IndicatorShare",
    after.map(({ organizationId, indicatorId, period, verdict, lead, regionCode, amount }) => ({
      organizationId,
      indicatorId,
      period,
      verdict,
      lead,
      regionCode,
      amount,
    })),
  );
  const moves = cellMoves(before, after);
  if (moves.length > 0) await moveIndicatorCells(tx, moves);
  return changed.length;
};
