import { rawReader } from "~/platform/db/client.server";

export type UnsealedAtWork = {
  id: string;
  title: string;
  schoolId: string;
  hostId: string;
  host: string;
  regionCode: string;
  startedOn: string;
};

/**
 * Placements at work whose tripartite agreement not everybody has signed (无协议不实习); one signed by all only waits for
 * its seal. Goes in: the id after which to go on, how many. Comes out: the school that answers for it with its region, the
 * host, since when; no student.
 */
export const unsealedAtWork = (after: string, take: number): UnsealedAtWork[] =>
  rawReader()
    .prepare<unknown[], UnsealedAtWork>(
      `SELECT p.id, p.title, p.schoolId, p.hostId, h.name AS host, s.regionCode,
       COALESCE(p.startedOn, p.startsOn) AS startedOn
       FROM Placement p JOIN Organization s ON s.id = p.schoolId JOIN Organization h ON h.id = p.hostId
       WHERE p.id > ? AND p.state IN ('in_progress', 'paused') AND p.sealedDocId IS NULL
       AND NOT EXISTS (SELECT 1 FROM SealedDocument d WHERE d.subjectKind = 'placement' AND d.subjectId = p.id
         AND d.state IN ('signed', 'sealed'))
       ORDER BY p.id LIMIT ?`,
    )
    .all(after, take);
