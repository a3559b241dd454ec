import { rawReader } from "~/platform/db/client.server";
import { breathe } from "~/platform/time/breathe.server";
import { INDICATOR_RECORDS } from "./queries/indicator-records.sqlite.server";
import type { IndicatorScope } from "./queries/indicator-sums.sqlite.server";
import type { Indicator } from "./rules/indicators/indicator";
import type { Point } from "./rules/targets/forecast";
import { type MonthCount, monthlyPoints } from "./rules/targets/series";

const AT_ONCE = 500;

const countedIn = (scope: IndicatorScope, indicatorId: string, year: string): string[] =>
  scope.kind === "organization"
    ? [scope.id]
    : rawReader()
        .prepare<unknown[], { id: string }>(
          `SELECT DISTINCT organizationId AS id FROM IndicatorShare WHERE indicatorId = ? AND period = ? AND lead = 1
           AND regionCode >= ? AND regionCode < ?`,
        )
        .all(indicatorId, year, scope.range.from, scope.range.before)
        .map(({ id }) => id);

/**
 * What an indicator stood at month by month in a year at a scope, counted from the records in parts that let pages go
 * first. Goes in: the indicator, scope, year, today. Comes out: points; none for a standing indicator, which has no past.
 */
export const pointsOf = async (
  indicator: Pick<Indicator, "id" | "unit" | "standing">,
  scope: IndicatorScope,
  year: string,
  today: string,
): Promise<Point[]> => {
  const records = INDICATOR_RECORDS[indicator.id];
  if (!records || indicator.standing) return [];
  const ids = countedIn(scope, indicator.id, year);
  const counts: MonthCount[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    counts.push(
      ...rawReader()
        .prepare<unknown[], MonthCount>(
          `SELECT substr(day, 1, 7) AS month, verdict, SUM(amount) AS amount FROM (${records})
           WHERE period = @year AND lead >= @lead AND day <= @today GROUP BY month, verdict`,
        )
        .all({
          ids: JSON.stringify(ids.slice(at, at + AT_ONCE)),
          year,
          today,
          lead: scope.kind === "region" ? 1 : 0,
        }),
    );
    await breathe();
  }
  return monthlyPoints(counts, indicator.unit === "share" ? "share" : "sum", today);
};
