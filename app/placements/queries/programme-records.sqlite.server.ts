import { GRADUATE_RECORDS } from "./graduate-records.sqlite.server";

const OF = "IN (SELECT value FROM json_each(@programmes))";
/** Named with the programme so that an index of the school's records is read. */
const SCHOOL = "schoolId IN (SELECT value FROM json_each(@ids))";
const APPLIED_IN = (year: string, student: string) =>
  `EXISTS (SELECT 1 FROM Application a WHERE a.studentId = ${student} AND strftime('%Y', a.createdAt, '+8 hours') = ${year}
   AND date(a.createdAt, '+8 hours') <= @today)`;
const CHOSE_IN = (year: string, student: string) =>
  `EXISTS (SELECT 1 FROM RoundStudent r WHERE r.studentId = ${student} AND r.chosenAt IS NOT NULL
   AND strftime('%Y', r.chosenAt, '+8 hours') = ${year} AND date(r.chosenAt, '+8 hours') <= @today)`;

const graduatesBefore = (records: string, verdict: string): string =>
  `SELECT s.programmeId, ${verdict} AS verdict, r.amount, r.id, r.title, r.day, r.withId, r.studentId
   FROM (${records}) r JOIN Student s ON s.id = r.studentId
   WHERE s.programmeId ${OF} AND r.period = CAST(CAST(@year AS INTEGER) - 1 AS TEXT)`;

const started = (year: string, until: string, verdict: string): string =>
  `SELECT p.programmeId, ${verdict} AS verdict, 1 AS amount, p.id, p.title, p.startedOn AS day, p.hostId AS withId, p.studentId
   FROM Placement p WHERE p.${SCHOOL} AND p.programmeId ${OF} AND p.state <> 'did_not_show'
   AND substr(p.startedOn, 1, 4) = ${year} AND p.startedOn <= ${until}`;

/**
 * What a programme's figures of a year count, as SELECTs over the programmes of `@programmes` (their school in `@ids`), up
 * to the civil date `@today` in `@year`, `@yearAgo` a year before it: one row a record with programmeId, verdict (met,
 * unmet, before or why it is left out), amount, id, title, day, withId and studentId. Figures and rows are read from the
 * same text.
 */
export const PROGRAMME_RECORDS = {
  applications: `SELECT a.programmeId, 'met' AS verdict, 1 AS amount, a.id, a.title,
    date(a.createdAt, '+8 hours') AS day, CASE WHEN a.sharedAt IS NULL THEN NULL ELSE a.hostId END AS withId, a.studentId
    FROM Application a WHERE a.${SCHOOL} AND a.programmeId ${OF} AND strftime('%Y', a.createdAt, '+8 hours') = @year
    AND date(a.createdAt, '+8 hours') <= @today
    UNION ALL SELECT r.programmeId, 'met', 1, r.roundId || ':' || r.studentId, d.name,
    date(r.chosenAt, '+8 hours'), NULL, r.studentId
    FROM Student st CROSS JOIN RoundStudent r ON r.studentId = st.id JOIN Round d ON d.id = r.roundId
    WHERE st.programmeId ${OF} AND r.programmeId = st.programmeId AND r.chosenAt IS NOT NULL
    AND strftime('%Y', r.chosenAt, '+8 hours') = @year AND date(r.chosenAt, '+8 hours') <= @today`,
  placed: `SELECT st.programmeId, CASE
    WHEN EXISTS (SELECT 1 FROM Placement p WHERE p.studentId = st.id AND p.state <> 'did_not_show'
      AND substr(p.startedOn, 1, 4) = @year AND p.startedOn <= @today) THEN 'met'
    WHEN EXISTS (SELECT 1 FROM Placement p WHERE p.studentId = st.id AND p.state = 'preparing' AND p.startsOn > @today) THEN 'ahead'
    WHEN EXISTS (SELECT 1 FROM Application a WHERE a.studentId = st.id AND a.endedAt IS NULL
      AND strftime('%Y', a.createdAt, '+8 hours') = @year) THEN 'stillOpen'
    WHEN EXISTS (SELECT 1 FROM RoundStudent r JOIN Round d ON d.id = r.roundId WHERE r.studentId = st.id
      AND r.chosenAt IS NOT NULL AND d.state IN ('open', 'ranking', 'preview')) THEN 'stillOpen'
    ELSE 'unmet' END AS verdict, 1 AS amount, st.id, st.className AS title, NULL AS day, NULL AS withId, st.id AS studentId
    FROM Student st WHERE st.programmeId ${OF} AND st.state <> 'erased' AND (${APPLIED_IN("@year", "st.id")}
    OR ${CHOSE_IN("@year", "st.id")} OR EXISTS (SELECT 1 FROM Placement p WHERE p.studentId = st.id
      AND substr(p.startsOn, 1, 4) = @year))`,
  breaks: `SELECT p.programmeId, CASE WHEN p.state IN ('broken', 'did_not_show')
      AND EXISTS (SELECT 1 FROM Placement n WHERE n.studentId = p.studentId AND n.continuesId = p.id) THEN 'continued'
    WHEN p.state IN ('broken', 'did_not_show') THEN 'met' WHEN p.state = 'preparing' THEN 'notBegun'
    ELSE 'unmet' END AS verdict, 1 AS amount, p.id, p.title, p.startsOn AS day, p.hostId AS withId, p.studentId
    FROM Placement p WHERE p.${SCHOOL} AND p.programmeId ${OF} AND substr(p.startsOn, 1, 4) = @year AND p.startsOn <= @today`,
  matched: graduatesBefore(GRADUATE_RECORDS.matched_employment, "r.verdict"),
  settled: graduatesBefore(GRADUATE_RECORDS.destinations_settled, "r.verdict"),
  coverage: graduatesBefore(
    GRADUATE_RECORDS.destinations_settled,
    "CASE r.verdict WHEN 'repeats' THEN 'repeats' WHEN 'unknown' THEN 'unmet' ELSE 'met' END",
  ),
  trend: `${started("@year", "@today", "'met'")}
    UNION ALL ${started("CAST(CAST(@year AS INTEGER) - 1 AS TEXT)", "@yearAgo", "'before'")}`,
} as const;
