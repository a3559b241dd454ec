import { type DestinationKind, OUTCOME_DEFINITIONS } from "../rules/outcome-definitions";

const codes = (...kinds: DestinationKind[]): string =>
  OUTCOME_DEFINITIONS.codes
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ code }) => `'${code}'`)
    .join(", ");

const EMPLOYED = codes("employed");
const NOT_GRADUATED = `WHEN o.destination IN (${codes("excluded")}) THEN 'repeats'`;
const UNKNOWN = "WHEN o.destination IS NULL THEN 'unknown'";
const NOT_AT_WORK = `WHEN o.destination NOT IN (${EMPLOYED}) THEN 'notAtWork'`;

/** The report at graduation that counts is taken; a year's graduates are those `graduationOn` names. */
const graduates = (verdict: string): string =>
  `SELECT st.organizationId, 1 AS lead, CAST(st.entryYear + CASE p.level WHEN 'bachelor' THEN 4 ELSE 3 END AS TEXT) AS period,
    CASE ${verdict} END AS verdict, 1 AS amount, st.id, p.name AS title,
    (st.entryYear + CASE p.level WHEN 'bachelor' THEN 4 ELSE 3 END) || '-07-01' AS day, NULL AS withId, st.id AS studentId
    FROM Student st JOIN Programme p ON p.id = st.programmeId JOIN Organization s ON s.id = st.organizationId
    LEFT JOIN GraduateOutcome o ON o.studentId = st.id AND o.month = 0 AND o.stands = 1
    WHERE st.organizationId IN (SELECT value FROM json_each(@ids)) AND st.state = 'graduated'`;

/**
 * What each indicator about graduates counts, as SELECTs over the organizations of `@ids`, by the same definitions as the
 * outcomes themselves (`rules/outcome-definitions`): one row a graduate with organizationId, lead, period (the year of
 * graduation), verdict (met, unmet or why they are left out), amount, id, title, day, withId and studentId.
 */
export const GRADUATE_RECORDS = {
  graduates: graduates(`${NOT_GRADUATED} ELSE 'met'`),
  destinations_settled: graduates(
    `${NOT_GRADUATED} ${UNKNOWN} WHEN o.destination IN (${codes("employed", "settled")}) THEN 'met' ELSE 'unmet'`,
  ),
  local_employment: graduates(
    `${NOT_GRADUATED} ${UNKNOWN} ${NOT_AT_WORK} WHEN o.regionCode IS NULL THEN 'unknown'
     WHEN substr(o.regionCode, 1, 4) = substr(s.regionCode, 1, 4) THEN 'met' ELSE 'unmet'`,
  ),
  matched_employment: graduates(
    `${NOT_GRADUATED} ${UNKNOWN} ${NOT_AT_WORK} WHEN o.matched IS NULL THEN 'unknown'
     WHEN o.matched = 'yes' THEN 'met' ELSE 'unmet'`,
  ),
  progression: graduates(
    `${NOT_GRADUATED} ${UNKNOWN} WHEN o.destination IN ('80', '85') THEN 'met' ELSE 'unmet'`,
  ),
  founders: graduates(`${NOT_GRADUATED} ${UNKNOWN} WHEN o.destination = '75' THEN 'met' ELSE 'unmet'`),
} as const;
