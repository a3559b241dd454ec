import { rawReader } from "~/platform/db/client.server";

export type HostYear = {
  year: number;
  /** graduates whose place after six months is known, and those of them the unit kept */
  known: number;
  retained: number;
  /** weeks at work its mentors confirmed, how many mentors, and the students' minutes in them */
  weeks: number;
  mentors: number;
  minutes: number;
  /** visits of teachers to its interns */
  visits: number;
};

/** The month after graduation whose outcome says whether a graduate was kept, as in the record of a unit. */
const KEPT_AFTER = 6;

const KEPT = `SELECT CAST(substr(givenOn, 1, 4) AS INTEGER) AS year, COUNT(DISTINCT studentId) AS known,
  COUNT(DISTINCT CASE WHEN sameUnit = 1 THEN studentId END) AS retained
  FROM GraduateOutcome WHERE hostId = @host AND month = ${KEPT_AFTER} AND stands = 1 AND destination IS NOT NULL
  AND givenOn >= @since GROUP BY year`;

const WEEKS = `SELECT CAST(substr(w.monday, 1, 4) AS INTEGER) AS year, COUNT(*) AS weeks,
  COUNT(DISTINCT w.confirmedBy) AS mentors,
  SUM(COALESCE((SELECT SUM(value) FROM json_each(w.correctedMinutes)), w.totalMinutes)) AS minutes
  FROM Placement p JOIN WeekRecord w ON w.placementId = p.id
  WHERE p.hostId = @host AND w.state IN ('confirmed', 'corrected') AND w.monday >= @since GROUP BY year`;

const VISITS = `SELECT CAST(substr(c.doneOn, 1, 4) AS INTEGER) AS year, COUNT(*) AS visits
  FROM Placement p JOIN GuidanceContact c ON c.placementId = p.id
  WHERE p.hostId = @host AND c.kind = 'visit' AND c.doneOn >= @since GROUP BY year`;

/**
 * What a host gave and got by year, from records alone: graduates kept, weeks its mentors confirmed with the hours in them,
 * visits received. Goes in: the host and the civil date from which records count. Comes out: years with anything in them,
 * oldest first.
 */
export const hostBenefit = (hostId: string, since: string): HostYear[] => {
  const years = new Map<number, HostYear>();
  for (const sql of [KEPT, WEEKS, VISITS]) {
    const rows = rawReader()
      .prepare<unknown[], Partial<HostYear> & { year: number }>(sql)
      .all({ host: hostId, since });
    for (const row of rows) {
      const known = years.get(row.year) ?? {
        year: row.year,
        known: 0,
        retained: 0,
        weeks: 0,
        mentors: 0,
        minutes: 0,
        visits: 0,
      };
      years.set(row.year, { ...known, ...row });
    }
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
};
