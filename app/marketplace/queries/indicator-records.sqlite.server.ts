const listings = (kinds: string, amount: string): string =>
  `SELECT l.organizationId, 1 AS lead, strftime('%Y', l.publishedAt, '+8 hours') AS period, 'met' AS verdict,
    ${amount} AS amount, l.id, l.title, date(l.publishedAt, '+8 hours') AS day, NULL AS withId, NULL AS studentId
    FROM Listing l WHERE l.organizationId IN (SELECT value FROM json_each(@ids))
    AND l.publishedAt IS NOT NULL AND ${kinds}`;

const enquiries = (verdict: string): string =>
  `SELECT e.toOrganizationId AS organizationId, 1 AS lead, strftime('%Y', e.createdAt, '+8 hours') AS period,
    CASE ${verdict} END AS verdict, 1 AS amount, e.id, e.subject AS title, date(e.createdAt, '+8 hours') AS day,
    e.fromOrganizationId AS withId, NULL AS studentId
    FROM Enquiry e WHERE e.toOrganizationId IN (SELECT value FROM json_each(@ids))`;

/**
 * What each indicator about listings and enquiries counts, as SELECTs over the organizations of `@ids`: one row a record
 * with organizationId, lead (1: the side a region counts it at), period (year), verdict (met, unmet or why it is left
 * out), amount, id, title, day, withId and studentId. The figure and its rows are read from the same text.
 */
export const MARKETPLACE_RECORDS = {
  listings_published: listings("l.direction IN ('offer', 'seek')", "1"),
  slots_offered: listings(
    "l.direction = 'offer' AND l.kind IN ('apprenticeship', 'internship')",
    "COALESCE(l.seats, 0)",
  ),
  industry_tutor_offers: listings("l.direction = 'offer' AND l.kind = 'industry_tutor'", "1"),
  enquiry_reply_rate: enquiries(`WHEN e.toAnsweredAt IS NOT NULL THEN 'met'
    WHEN e.state = 'open' THEN 'stillOpen' WHEN e.state = 'withdrawn' THEN 'withdrawn' ELSE 'unmet'`),
  enquiry_agreed_rate: enquiries(`WHEN e.state = 'accepted' THEN 'met'
    WHEN e.state = 'open' THEN 'stillOpen' WHEN e.state = 'withdrawn' THEN 'withdrawn' ELSE 'unmet'`),
} as const;
