const sides = (select: (own: string, other: string, lead: 0 | 1) => string): string =>
  `${select("schoolId", "hostId", 1)} UNION ALL ${select("hostId", "schoolId", 0)}`;

const placements = (day: string, verdict: string, where: string): string =>
  sides(
    (own, other, lead) => `SELECT p.${own} AS organizationId, ${lead} AS lead, substr(${day}, 1, 4) AS period,
      ${verdict} AS verdict, 1 AS amount, p.id, p.title, ${day} AS day, p.${other} AS withId, p.studentId
      FROM Placement p JOIN Organization s ON s.id = p.schoolId JOIN Organization h ON h.id = p.hostId
      WHERE p.${own} IN (SELECT value FROM json_each(@ids)) AND ${where}`,
  );

const STARTED = "p.startedOn IS NOT NULL";
const ENDED = "p.state IN ('completed', 'assessed', 'certified', 'broken', 'did_not_show')";

/**
 * What each indicator about placements and applications counts, as SELECTs over the organizations of `@ids`: one row a
 * record with organizationId, lead (1 at the school, where a region counts it; 0 at the host), period (year), verdict
 * (met, unmet or why it is left out), amount, id, title, day, withId and studentId. The figure and its rows are read from
 * the same text.
 */
export const PLACEMENT_RECORDS = {
  placements_started: placements("p.startedOn", "'met'", STARTED),
  placements_local: placements(
    "p.startedOn",
    "CASE WHEN substr(s.regionCode, 1, 4) = substr(h.regionCode, 1, 4) THEN 'met' ELSE 'unmet' END",
    STARTED,
  ),
  placements_paid: placements(
    "p.startedOn",
    "CASE WHEN p.type = 'observation' THEN 'observation' WHEN p.payMonthlyFen > 0 THEN 'met' ELSE 'unmet' END",
    STARTED,
  ),
  placements_sealed: placements(
    "p.startedOn",
    `CASE WHEN p.sealedDocId IS NOT NULL OR EXISTS (SELECT 1 FROM SealedDocument d WHERE d.subjectKind = 'placement'
      AND d.subjectId = p.id AND d.state IN ('signed', 'sealed')) THEN 'met' ELSE 'unmet' END`,
    STARTED,
  ),
  placements_completed: placements(
    "COALESCE(p.endedOn, p.endsOn)",
    "CASE p.state WHEN 'did_not_show' THEN 'didNotShow' WHEN 'broken' THEN 'unmet' ELSE 'met' END",
    ENDED,
  ),
  applications_placed: sides(
    (own, other, lead) => `SELECT a.${own} AS organizationId, ${lead} AS lead,
      strftime('%Y', a.createdAt, '+8 hours') AS period, CASE WHEN a.state = 'placed' THEN 'met'
      WHEN a.state = 'withdrawn' THEN 'withdrawn' WHEN a.endedAt IS NULL THEN 'stillOpen' ELSE 'unmet' END AS verdict,
      1 AS amount, a.id, a.title, date(a.createdAt, '+8 hours') AS day, a.${other} AS withId, a.studentId
      FROM Application a WHERE a.${own} IN (SELECT value FROM json_each(@ids))
      AND (${lead} = 1 OR a.sharedAt IS NOT NULL)`,
  ),
} as const;
