import { rawReader } from "~/platform/db/client.server";

/** Days a placement must have lasted to count as three months. House reading of 三个月以上. */
const THREE_MONTHS = 90;

/**
 * Students a host had at work for three months or more since a civil date, each once. Goes in: the host, the date, today.
 * Comes out: a number. A running placement counts once its days are over; one that never started does not.
 */
export const longPlacements = (hostId: string, since: string, today: string): number =>
  rawReader()
    .prepare<unknown[], { total: number }>(
      `SELECT COUNT(DISTINCT studentId) AS total FROM Placement WHERE hostId = ?
       AND state IN ('in_progress', 'paused', 'completed', 'assessed', 'certified', 'broken') AND startedOn IS NOT NULL
       AND startedOn >= ? AND julianday(MIN(COALESCE(endedOn, endsOn), ?)) - julianday(startedOn) >= ?`,
    )
    .get(hostId, since, today, THREE_MONTHS)?.total ?? 0;
