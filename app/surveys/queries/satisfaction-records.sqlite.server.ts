import { type Audience, overallOf, SATISFIED_FROM } from "../rules/template";

/**
 * Answers to the overall question of counted surveys, as a school's; one row a survey and step, its amount being how many chose
 * it. A school that is not told apart in a survey (under five answers, or covering such a one) has no row of it.
 */
const satisfaction = (audience: Audience): string =>
  `SELECT c.schoolId AS organizationId, 1 AS lead, substr(v.opensOn, 1, 4) AS period,
    CASE WHEN c.choice >= ${SATISFIED_FROM} THEN 'met' ELSE 'unmet' END AS verdict, c.count AS amount,
    c.surveyId || ':' || c.choice AS id, v.title || ' · ' || c.choice || ' / 5' AS title, v.closedOn AS day,
    CASE WHEN v.ownerId = c.schoolId THEN NULL ELSE v.ownerId END AS withId, NULL AS studentId
    FROM SurveyCount c JOIN Survey v ON v.id = c.surveyId
    JOIN SurveySchool s ON s.surveyId = c.surveyId AND s.schoolId = c.schoolId
    WHERE c.schoolId IN (SELECT value FROM json_each(@ids)) AND c.questionId = '${overallOf(audience)}'
    AND v.state = 'closed' AND s.withheld = ''`;

/**
 * What each indicator of satisfaction counts, as SELECTs over the organizations of `@ids`: organizationId, lead, period (the
 * year the survey began), verdict (met: satisfied or better, unmet), amount, id, title, day, withId (the authority that asked)
 * and studentId (none: nobody is behind a row).
 */
export const SATISFACTION_RECORDS = {
  satisfaction_students: satisfaction("student"),
  satisfaction_last_graduates: satisfaction("graduate"),
  satisfaction_staff: satisfaction("teacher"),
  satisfaction_parents: satisfaction("parent"),
  satisfaction_employers: satisfaction("employer"),
} as const;
