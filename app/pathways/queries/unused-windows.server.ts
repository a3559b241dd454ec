import { rawReader } from "~/platform/db/client.server";

export type UnusedWindow = {
  id: string;
  authorityId: string;
  authority: string;
  regionCode: string;
  direction: string;
  schoolYear: number;
  grade: number;
  term: number;
  closesOn: string;
  /** seats schools had offered in it */
  seats: number;
};

/**
 * Windows that closed within some days without one application. Goes in: the civil dates between which they closed, the id
 * after which to go on, how many. Comes out: whose window, what it was for and how many seats stood open; none cancelled.
 */
export const unusedWindows = (
  closed: { from: string; before: string },
  after: string,
  take: number,
): UnusedWindow[] =>
  rawReader()
    .prepare<unknown[], UnusedWindow>(
      `SELECT w.id, w.authorityId, o.name AS authority, w.regionCode, w.direction, w.schoolYear, w.grade, w.term, w.closesOn,
       COALESCE((SELECT SUM(q.seats) FROM TransferQuota q WHERE q.windowId = w.id), 0) AS seats
       FROM TransferWindow w JOIN Organization o ON o.id = w.authorityId
       WHERE w.state = 'open' AND w.closesOn >= ? AND w.closesOn < ? AND w.id > ?
       AND NOT EXISTS (SELECT 1 FROM Transfer t WHERE t.windowId = w.id AND t.state <> 'draft')
       ORDER BY w.id LIMIT ?`,
    )
    .all(closed.from, closed.before, after, take);
