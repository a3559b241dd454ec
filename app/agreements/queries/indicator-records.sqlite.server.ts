/** The party at which a region counts an agreement once: its first school, else its first party. */
const LEAD = `(SELECT q.organizationId FROM AgreementParty q JOIN Organization o ON o.id = q.organizationId
  WHERE q.agreementId = a.id ORDER BY o.kind <> 'school', q.position LIMIT 1)`;
const OTHER = `(SELECT q.organizationId FROM AgreementParty q WHERE q.agreementId = a.id
  AND q.organizationId <> p.organizationId ORDER BY q.position LIMIT 1)`;
const OF_PARTY = `FROM AgreementParty p JOIN Agreement a ON a.id = p.agreementId`;
const ASKED = `p.organizationId IN (SELECT value FROM json_each(@ids))`;

const contributions = (kind: "cash" | "equipment" | "hours"): string => {
  const amount = kind === "hours" ? "c.hours" : "c.amountFen";
  return `SELECT c.organizationId, 1 AS lead, substr(c."on", 1, 4) AS period,
    CASE WHEN c.source <> 'own' THEN 'notOwn' WHEN ${amount} IS NULL THEN 'noAmount' ELSE 'met' END AS verdict,
    CASE WHEN c.source = 'own' AND ${amount} IS NOT NULL THEN ${amount} ELSE 1 END AS amount,
    c.id, c.what AS title, c."on" AS day,
    (SELECT q.organizationId FROM AgreementParty q WHERE q.agreementId = c.agreementId
      AND q.organizationId <> c.organizationId ORDER BY q.position LIMIT 1) AS withId, NULL AS studentId
    FROM AgreementParty p JOIN AgreementContribution c ON c.agreementId = p.agreementId
      AND c.organizationId = p.organizationId
    JOIN Organization o ON o.id = c.organizationId
    WHERE ${ASKED} AND o.kind = 'enterprise' AND c.kind = '${kind}'`;
};

/**
 * What each indicator about agreements counts, as SELECTs over the organizations of `@ids`: one row a record with
 * organizationId, lead (1: the side a region counts it at), period (year or "now"), verdict (met, unmet or why it is left
 * out), amount (fen, hours or 1), id, title, day, withId and studentId. The figure and its rows are read from the same
 * text.
 */
export const AGREEMENT_RECORDS = {
  agreements_sealed: `SELECT p.organizationId, p.organizationId = ${LEAD} AS lead, substr(a.sealedOn, 1, 4) AS period,
    'met' AS verdict, 1 AS amount, a.id, a.title, a.sealedOn AS day, ${OTHER} AS withId, NULL AS studentId
    ${OF_PARTY} WHERE ${ASKED} AND a.sealedOn IS NOT NULL`,
  partnerships_sound: `SELECT p.organizationId, p.organizationId = ${LEAD} AS lead, 'now' AS period,
    CASE h.state WHEN 'young' THEN 'tooYoung' WHEN 'sound' THEN 'met' ELSE 'unmet' END AS verdict, 1 AS amount,
    a.id, a.title, h.asOf AS day, ${OTHER} AS withId, NULL AS studentId
    ${OF_PARTY} JOIN AgreementHealth h ON h.agreementId = a.id
    WHERE ${ASKED} AND a.state IN ('active', 'suspended')`,
  commitments_delivered: `SELECT p.organizationId, 1 AS lead, substr(c.dueOn, 1, 4) AS period,
    CASE WHEN c.dropped THEN 'dropped' WHEN c.accepted >= c.quantity THEN 'met' ELSE 'unmet' END AS verdict, 1 AS amount,
    c.agreementId || ':' || c.id AS id, c.title, c.dueOn AS day, c.toId AS withId, NULL AS studentId
    ${OF_PARTY} JOIN AgreementCommitment c ON c.agreementId = a.id AND c.byId = p.organizationId
    WHERE ${ASKED} AND a.sealedOn IS NOT NULL AND c.dueOn IS NOT NULL`,
  enterprise_equipment: contributions("equipment"),
  enterprise_cash: contributions("cash"),
  enterprise_hours: contributions("hours"),
} as const;
