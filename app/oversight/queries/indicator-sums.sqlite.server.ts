import { rawReader } from "~/platform/db/client.server";
import type { Verdicts } from "../rules/indicators/figure";
import type { IndicatorShareRow } from "../rules/indicators/shares";

type Range = { from: string; before: string };

/** A region counts what is led from within it, an organization everything it takes part in. */
export type IndicatorScope =
  | { kind: "region"; code: string; range: Range }
  | { kind: "organization"; id: string };

type Sum = { indicatorId: string; verdict: string; amount: number };

/** The one statement of a region's figures, along the primary key of the cells. */
export const REGION_SUMS = `SELECT indicatorId, verdict, SUM(amount) AS amount FROM IndicatorCell
  WHERE indicatorId IN (SELECT value FROM json_each(@indicators)) AND period IN (@year, 'now')
  AND regionCode >= @from AND regionCode < @before GROUP BY indicatorId, verdict`;

const ORGANIZATION_SUMS = `SELECT indicatorId, verdict, SUM(amount) AS amount FROM IndicatorShare
  WHERE organizationId = @id AND indicatorId IN (SELECT value FROM json_each(@indicators))
  AND period IN (@year, 'now') GROUP BY indicatorId, verdict`;

/**
 * What was counted for a scope in a year, from the maintained sums. Goes in: the scope, the year, ids of indicators. Comes
 * out: by indicator its amounts by verdict; no entry for one without any record.
 */
export const indicatorSums = (
  scope: IndicatorScope,
  year: string,
  indicators: readonly string[],
): Map<string, Verdicts> => {
  const asked = { year, indicators: JSON.stringify(indicators) };
  const rows =
    scope.kind === "region"
      ? rawReader()
          .prepare<unknown[], Sum>(REGION_SUMS)
          .all({ ...asked, ...scope.range })
      : rawReader()
          .prepare<unknown[], Sum>(ORGANIZATION_SUMS)
          .all({ ...asked, id: scope.id });
  const sums = new Map<string, Record<string, number>>();
  for (const { indicatorId, verdict, amount } of rows) {
    const verdicts = sums.get(indicatorId) ?? {};
    verdicts[verdict] = amount;
    sums.set(indicatorId, verdicts);
  }
  return sums;
};

/** One indicator by the parts of a region. Goes in: indicator, period, region, digits that tell the parts apart. */
export const indicatorParts = (
  indicatorId: string,
  period: string,
  range: Range,
  digits: 4 | 6,
): Map<string, Verdicts> => {
  const rows = rawReader()
    .prepare<unknown[], { part: string; verdict: string; amount: number }>(
      `SELECT substr(regionCode, 1, @digits) AS part, verdict, SUM(amount) AS amount FROM IndicatorCell
       WHERE indicatorId = @indicatorId AND period = @period AND regionCode >= @from AND regionCode < @before
       GROUP BY part, verdict ORDER BY part`,
    )
    .all({ indicatorId, period, digits, ...range });
  const parts = new Map<string, Record<string, number>>();
  for (const { part, verdict, amount } of rows) {
    const verdicts = parts.get(part) ?? {};
    verdicts[verdict] = amount;
    parts.set(part, verdicts);
  }
  return parts;
};

export type IndicatorOrganization = { id: string; name: string; regionCode: string; verdicts: Verdicts };

/**
 * The organizations behind a region's figure, by place. Goes in: indicator, period, region, the row after which to go on
 * (`region~id`, "" from the start), how many. Comes out: each with what it adds.
 */
export const indicatorOrganizations = (
  indicatorId: string,
  period: string,
  range: Range,
  after: string,
  take: number,
): IndicatorOrganization[] => {
  const [afterRegion = "", afterId = ""] = after.split("~");
  return rawReader()
    .prepare<unknown[], { id: string; name: string; regionCode: string; verdicts: string }>(
      `SELECT s.organizationId AS id, o.name, s.regionCode, json_group_object(s.verdict, s.amount) AS verdicts
       FROM IndicatorShare s JOIN Organization o ON o.id = s.organizationId
       WHERE s.indicatorId = @indicatorId AND s.period = @period AND s.lead = 1
       AND s.regionCode >= @from AND s.regionCode < @before
       AND (s.regionCode, s.organizationId) > (@afterRegion, @afterId)
       GROUP BY s.regionCode, s.organizationId ORDER BY s.regionCode, s.organizationId LIMIT @take`,
    )
    .all({ indicatorId, period, ...range, afterRegion, afterId, take })
    .map((row) => ({ ...row, verdicts: JSON.parse(row.verdicts) as Verdicts }));
};

/** What is kept of some organizations' shares. Goes in: ids. Comes out: their rows. */
export const sharesHeld = (ids: readonly string[]): IndicatorShareRow[] =>
  rawReader()
    .prepare<unknown[], IndicatorShareRow>(
      `SELECT organizationId, indicatorId, period, verdict, lead, regionCode, amount FROM IndicatorShare
       WHERE organizationId IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));

/** The cells that are not the sum of their shares: none in a sound database. */
export const cellsThatDiffer = (): {
  indicatorId: string;
  period: string;
  verdict: string;
  regionCode: string;
}[] =>
  rawReader()
    .prepare<unknown[], { indicatorId: string; period: string; verdict: string; regionCode: string }>(
      `SELECT indicatorId, period, verdict, regionCode FROM (
         SELECT indicatorId, period, verdict, regionCode, amount, parties FROM IndicatorCell
         UNION ALL
         SELECT indicatorId, period, verdict, regionCode, -amount, -1 FROM IndicatorShare WHERE lead = 1)
       GROUP BY indicatorId, period, verdict, regionCode HAVING SUM(amount) <> 0 OR SUM(parties) <> 0 LIMIT 100`,
    )
    .all();
