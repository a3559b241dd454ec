export type IndicatorShareRow = {
  readonly organizationId: string;
  readonly indicatorId: string;
  readonly period: string;
  readonly verdict: string;
  readonly lead: number;
  readonly regionCode: string;
  readonly amount: number;
};

export type CellMove = {
  indicatorId: string;
  period: string;
  verdict: string;
  regionCode: string;
  amount: number;
  parties: number;
};

const cellKey = (row: { indicatorId: string; period: string; verdict: string; regionCode: string }): string =>
  `${row.indicatorId} ${row.period} ${row.verdict} ${row.regionCode}`;

/**
 * What the sums by region move by when shares change; only leading shares belong to a region, so that a record with two
 * sides counts once. Goes in: shares before and after. Comes out: the cells that change; none when nothing did.
 */
export const cellMoves = (
  before: readonly IndicatorShareRow[],
  after: readonly IndicatorShareRow[],
): CellMove[] => {
  const moves = new Map<string, CellMove>();
  const add = (row: IndicatorShareRow, sign: 1 | -1): void => {
    if (row.lead !== 1) return;
    const { indicatorId, period, verdict, regionCode } = row;
    const move = moves.get(cellKey(row)) ?? {
      indicatorId,
      period,
      verdict,
      regionCode,
      amount: 0,
      parties: 0,
    };
    move.amount += sign * row.amount;
    move.parties += sign;
    moves.set(cellKey(row), move);
  };
  for (const row of before) add(row, -1);
  for (const row of after) add(row, 1);
  return [...moves.values()].filter(({ amount, parties }) => amount !== 0 || parties !== 0);
};

const text = (rows: readonly IndicatorShareRow[]): string =>
  rows
    .map((row) => `${cellKey(row)} ${row.lead} ${row.organizationId} ${row.amount}`)
    .sort()
    .join("\n");

/** Whether two lists of shares say the same, whatever their order. */
export const sameShares = (a: readonly IndicatorShareRow[], b: readonly IndicatorShareRow[]): boolean =>
  a.length === b.length && text(a) === text(b);

/** Shares by the organization they are of. */
export const sharesByOrganization = (
  rows: readonly IndicatorShareRow[],
): ReadonlyMap<string, IndicatorShareRow[]> => {
  const by = new Map<string, IndicatorShareRow[]>();
  for (const row of rows) {
    const kept = by.get(row.organizationId);
    if (kept) kept.push(row);
    else by.set(row.organizationId, [row]);
  }
  return by;
};
