import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { INDICATORS, indicatorOf } from "../rules/indicators/catalogue";
import { toldFigure } from "../rules/indicators/told";
import { forecastOf } from "../rules/targets/forecast";
import { gapOf, standingOf } from "../rules/targets/progress";
import { scopeOfMember } from "./indicator-figures.server";
import { indicatorSums } from "./indicator-sums.sqlite.server";
import { scopeName } from "./indicators-page.server";

const MOST = 50;

/**
 * The targets of the member's organization, the nearest day first. Goes in: the member. Comes out: each with its figure,
 * what lacks, where it is heading and how it stands; the indicators a target can be set for. At most 50 targets.
 */
export const targetsPage = async (ctx: MemberCtx) => {
  const today = civilDate(ctx.clock.now());
  const scope = await scopeOfMember(ctx);
  const own = scope.kind === "organization";
  const rows = await read.indicatorTarget.findMany({
    where: { organizationId: ctx.actor.organizationId, withdrawnAt: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const points = await read.targetPoint.findMany({
    where: { targetId: { in: rows.map(({ id }) => id) } },
    orderBy: { day: "asc" },
  });
  const targets = rows.flatMap((row) => {
    const indicator = indicatorOf(row.indicatorId);
    if (!indicator) return [];
    const sums = indicatorSums(scope, row.year, [indicator.id]).get(indicator.id);
    const figure = toldFigure(indicator, sums, { own, past: row.year < today.slice(0, 4) });
    const goal = Number(row.goal);
    const line = points.filter(({ targetId }) => targetId === row.id);
    const told = figure.state !== "withheld";
    const ahead = row.dueOn >= today && told;
    const forecast = ahead
      ? forecastOf(
          line.map(({ day, value }) => ({ day, value: Number(value) })),
          row.dueOn,
        )
      : null;
    const gap = told ? gapOf(figure, goal) : null;
    const { id, dueOn, year, project, ownerName, version } = row;
    const standing = standingOf({ gap, forecast, goal, dueOn, today });
    return [
      { id, indicator, figure, goal, dueOn, year, project, ownerName, version, forecast, gap, standing },
    ];
  });
  return {
    place: await scopeName(scope, ctx),
    region: !own,
    today,
    targets,
    choices: INDICATORS.filter(({ supply }) => supply === "computed").map(({ id, title, unit }) => ({
      id,
      title,
      unit,
    })),
  };
};
