import { AGREEMENT_RECORDS } from "~/agreements/queries/indicator-records.sqlite.server";
import { MARKETPLACE_RECORDS } from "~/marketplace/queries/indicator-records.sqlite.server";
import { ORGANIZATION_RECORDS } from "~/organizations/queries/indicator-records.sqlite.server";
import { GRADUATE_RECORDS } from "~/placements/queries/graduate-records.sqlite.server";
import { PLACEMENT_RECORDS } from "~/placements/queries/indicator-records.sqlite.server";
import { rawReader } from "~/platform/db/client.server";
import { SATISFACTION_RECORDS } from "~/surveys/queries/satisfaction-records.sqlite.server";

/**
 * Which records each computed indicator counts, room by room. A further source joins with a record of its own here; the
 * indicator's entry in the catalogue becomes a computed one at the same time.
 */
export const INDICATOR_RECORDS: Readonly<Record<string, string>> = {
  ...ORGANIZATION_RECORDS,
  ...MARKETPLACE_RECORDS,
  ...AGREEMENT_RECORDS,
  ...PLACEMENT_RECORDS,
  ...GRADUATE_RECORDS,
  ...SATISFACTION_RECORDS,
};

export type IndicatorCount = {
  organizationId: string;
  lead: number;
  period: string;
  verdict: string;
  amount: number;
};

/**
 * Counts one indicator for some organizations, from the records. Goes in: the indicator, ids. Comes out: a row for each
 * organization, side, period and verdict.
 */
export const indicatorCounts = (indicatorId: string, ids: readonly string[]): IndicatorCount[] => {
  const records = INDICATOR_RECORDS[indicatorId];
  if (!records) return [];
  return rawReader()
    .prepare<unknown[], IndicatorCount>(
      `SELECT organizationId, lead, period, verdict, SUM(amount) AS amount FROM (${records})
       GROUP BY organizationId, lead, period, verdict`,
    )
    .all({ ids: JSON.stringify(ids) });
};

export type IndicatorRow = {
  id: string;
  title: string;
  day: string;
  verdict: string;
  amount: number;
  withName: string | null;
  studentId: string | null;
  studentName: string | null;
  studentNumber: string | null;
};

/**
 * The records behind an organization's figure, of which the figure is the sum. Goes in: the indicator, the organization,
 * the period, whether only those a region counts there, the id after which to go on, how many. Comes out: rows in the
 * order of their ids; students by name only where `named`.
 */
export const indicatorRows = (asked: {
  indicatorId: string;
  organizationId: string;
  period: string;
  leadOnly: boolean;
  named: boolean;
  after: string;
  take: number;
}): IndicatorRow[] => {
  const records = INDICATOR_RECORDS[asked.indicatorId];
  if (!records) return [];
  const student = asked.named
    ? "s.name AS studentName, s.studentNumber"
    : "NULL AS studentName, NULL AS studentNumber";
  return rawReader()
    .prepare<unknown[], IndicatorRow>(
      `SELECT r.id, r.title, r.day, r.verdict, r.amount, o.name AS withName, r.studentId, ${student}
       FROM (${records}) r LEFT JOIN Organization o ON o.id = r.withId LEFT JOIN Student s ON s.id = r.studentId
       WHERE r.period = @period AND r.lead >= @lead AND r.id > @after ORDER BY r.id LIMIT @take`,
    )
    .all({
      ids: JSON.stringify([asked.organizationId]),
      period: asked.period,
      lead: asked.leadOnly ? 1 : 0,
      after: asked.after,
      take: asked.take,
    });
};
