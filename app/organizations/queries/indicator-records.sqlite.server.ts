/**
 * What each indicator about programmes counts, as SELECTs over the organizations of `@ids`: one row a record with
 * organizationId, lead (1: the side a region counts it at), period (year or "now"), verdict (met, unmet or why it is left
 * out), amount, id, title, day, withId and studentId. The figure and its rows are read from the same text.
 */
export const ORGANIZATION_RECORDS = {
  programmes_open: `SELECT p.organizationId, 1 AS lead, 'now' AS period, 'met' AS verdict, 1 AS amount, p.id, p.name AS title,
    substr(p.createdAt, 1, 10) AS day, NULL AS withId, NULL AS studentId
    FROM Programme p WHERE p.organizationId IN (SELECT value FROM json_each(@ids)) AND p.closedAt IS NULL`,
  programme_seats: `SELECT p.organizationId, 1 AS lead, 'now' AS period, 'met' AS verdict, p.seats AS amount, p.id,
    p.name AS title, substr(p.createdAt, 1, 10) AS day, NULL AS withId, NULL AS studentId
    FROM Programme p WHERE p.organizationId IN (SELECT value FROM json_each(@ids)) AND p.closedAt IS NULL`,
  practice_share_half: `SELECT p.organizationId, 1 AS lead, 'now' AS period,
    CASE WHEN p.practiceShareBp IS NULL THEN 'notStated' WHEN p.practiceShareBp >= 5000 THEN 'met' ELSE 'unmet' END AS verdict,
    1 AS amount, p.id, p.name AS title, substr(p.createdAt, 1, 10) AS day, NULL AS withId, NULL AS studentId
    FROM Programme p WHERE p.organizationId IN (SELECT value FROM json_each(@ids)) AND p.closedAt IS NULL`,
} as const;
