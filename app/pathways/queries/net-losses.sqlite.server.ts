import { rawReader } from "~/platform/db/client.server";
import { FLOW_LIMITS } from "../rules/flow";

export type NetLoss = {
  schoolId: string;
  name: string;
  regionCode: string;
  left: number;
  came: number;
  /** left minus came */
  lost: number;
  enrolled: number;
};

/**
 * Schools that lost more students by transfer than they gained, by at least five and a twentieth of their roll (house limits
 * of `FLOW_LIMITS`). Goes in: the civil dates of the moves, the school after which to go on, how many. Comes out: counts
 * by school, no person; moves that were taken back do not count, schools without a roll here are not judged.
 */
export const netLosses = (moved: { from: string; to: string }, after: string, take: number): NetLoss[] =>
  rawReader()
    .prepare<unknown[], NetLoss>(
      `SELECT f.schoolId, o.name, o.regionCode, f."left", f.came, f."left" - f.came AS lost,
       (SELECT COUNT(*) FROM Student s WHERE s.organizationId = f.schoolId AND s.state = 'active') AS enrolled
       FROM (SELECT schoolId, SUM(gone) AS "left", SUM(came) AS came FROM (
           SELECT fromSchoolId AS schoolId, 1 AS gone, 0 AS came FROM Transfer
           WHERE state IN ('moved', 'returning') AND movedOn >= @from AND movedOn <= @to
           UNION ALL SELECT toSchoolId, 0, 1 FROM Transfer
           WHERE state IN ('moved', 'returning') AND movedOn >= @from AND movedOn <= @to)
         GROUP BY schoolId) f JOIN Organization o ON o.id = f.schoolId
       WHERE f.schoolId > @after AND lost >= @least AND enrolled > 0 AND lost * 10000 >= enrolled * @share
       ORDER BY f.schoolId LIMIT @take`,
    )
    .all({
      ...moved,
      after,
      take,
      least: FLOW_LIMITS.outflowLeast,
      share: FLOW_LIMITS.outflowBp,
    });
