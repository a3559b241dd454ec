import { partnershipTotals } from "~/agreements/queries/partnerships.sqlite.server";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName, regionRange } from "~/catalogues/rules/regions";
import { read } from "~/platform/db/client.server";
import type { Clock } from "~/platform/time/clock";
import { figureBreakdown } from "./queries/figure-breakdown.server";
import { figuresOfScope } from "./queries/indicator-figures.server";
import type { IndicatorScope } from "./queries/indicator-sums.sqlite.server";
import { indicatorsAsOf } from "./queries/indicators-as-of.server";
import {
  type BulletinContent,
  type BulletinPart,
  type BulletinPlan,
  ranked,
} from "./rules/bulletins/content";
import type { Due, Period } from "./rules/bulletins/rhythm";
import { indicatorOf, periodOf as indicatorPeriod } from "./rules/indicators/catalogue";
import { snapshotOf } from "./rules/indicators/snapshot";
import { gapOf, standingOf } from "./rules/targets/progress";

type Region = Extract<IndicatorScope, { kind: "region" }>;
export type BulletinRow = {
  organizationId: string;
  regionCode: string;
  title: string;
  parts: string;
  rankedBy: string | null;
  createdByName: string;
};

const MOST_TARGETS = 20;
const MOST_SCHOOLS = 2_000;

const alertsOf = async (region: Region, { from, to }: Period) => {
  const regionCode = { gte: region.range.from, lt: region.range.before };
  const [opened, closed, standing] = await Promise.all([
    read.alert.count({ where: { regionCode, raisedOn: { gte: from, lte: to } } }),
    read.alert.count({ where: { regionCode, state: "closed", closedOn: { gte: from, lte: to } } }),
    read.alert.count({ where: { regionCode, state: { not: "closed" } } }),
  ]);
  return { opened, closed, standing };
};

const hollowOf = (region: Region) => {
  const totals = partnershipTotals(region.range);
  const of = (...states: string[]) =>
    totals.filter(({ health }) => states.includes(health)).reduce((sum, { count }) => sum + count, 0);
  return {
    hollow: of("hollow"),
    watch: of("watch", "at_risk"),
    all: totals.reduce((sum, one) => sum + one.count, 0),
  };
};

const targetsOf = async (organizationId: string, region: Region, today: string) => {
  const rows = await read.indicatorTarget.findMany({
    where: { organizationId, withdrawnAt: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: MOST_TARGETS,
  });
  return rows.flatMap((row) => {
    const indicator = indicatorOf(row.indicatorId);
    const figure = figuresOfScope(region, row.year, today).find((one) => one.indicatorId === row.indicatorId);
    if (!indicator || !figure) return [];
    const goal = Number(row.goal);
    const gap = figure.state === "told" ? gapOf(figure, goal) : null;
    const standing = standingOf({ gap, forecast: null, goal, dueOn: row.dueOn, today });
    const { title, unit } = indicator;
    return [{ project: row.project, title, unit, goal, value: figure.value, dueOn: row.dueOn, standing }];
  });
};

const rankingOf = async (rankedBy: string, region: Region, year: string, allowedBy: string) => {
  const indicator = indicatorOf(rankedBy);
  if (!indicator) return null;
  const schools = await read.organization.findMany({
    where: {
      kind: "school",
      state: "verified",
      regionCode: { gte: region.range.from, lt: region.range.before },
    },
    orderBy: { id: "asc" },
    take: MOST_SCHOOLS,
    select: { id: true },
  });
  const isSchool = new Set(schools.map(({ id }) => id));
  const { rows } = figureBreakdown({
    indicator,
    period: indicatorPeriod(indicator, year),
    scope: region,
    digits: null,
    after: "",
    take: MOST_SCHOOLS,
    totalTold: true,
  });
  const counted = rows
    .filter(({ id }) => isSchool.has(id))
    .map(({ name, figure }) => ({ name, value: figure.state === "told" ? figure.value : null }));
  return { title: indicator.title, unit: indicator.unit, ...ranked(counted), allowedBy };
};

/**
 * What one issue tells, from records as they are when it is drawn. Goes in: the bulletin as it was defined, what is due, the
 * clock and today. Comes out: the content that is kept. Figures are those of the year the period lies in; counts of few
 * persons are withheld as everywhere.
 */
export const bulletinContent = async (
  bulletin: BulletinRow,
  due: Due,
  clock: Clock,
  today: string,
): Promise<BulletinContent> => {
  const plan = JSON.parse(bulletin.parts) as BulletinPlan;
  const { regionCode: code, organizationId } = bulletin;
  const region: Region = { kind: "region", code, range: regionRange(code) };
  const year = due.period.to.slice(0, 4);
  const { regions } = await catalogue();
  const place = regionName(regions, code);
  const asOf = await indicatorsAsOf(clock);
  const { name } = await read.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  const figures = figuresOfScope(region, year, today).filter(({ indicatorId }) =>
    plan.indicators.includes(indicatorId),
  );
  const tells = (part: BulletinPart): boolean => plan.parts.includes(part);
  return {
    title: bulletin.title,
    place,
    authority: name,
    period: due.period,
    drawnOn: today,
    asOf,
    missed: due.missed,
    figures: snapshotOf({ place, year, asOf, figures }).figures,
    alerts: tells("alerts") ? await alertsOf(region, due.period) : null,
    hollow: tells("hollow") ? hollowOf(region) : null,
    targets: tells("targets") ? await targetsOf(organizationId, region, today) : null,
    ranking: bulletin.rankedBy
      ? await rankingOf(bulletin.rankedBy, region, year, bulletin.createdByName)
      : null,
  };
};
