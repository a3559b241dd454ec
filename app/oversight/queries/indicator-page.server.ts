import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { MemberCtx } from "~/identity/actor";
import { civilDate } from "~/platform/time/clock";
import { indicatorOf, periodOf } from "../rules/indicators/catalogue";
import { toldFigure } from "../rules/indicators/told";
import { levelBelow } from "../rules/map-query";
import { scopeOfMember, yearsAsked } from "./indicator-figures.server";
import { indicatorOrganizations, indicatorParts, indicatorSums } from "./indicator-sums.sqlite.server";
import { indicatorsAsOf } from "./indicators-as-of.server";
import { scopeName } from "./indicators-page.server";

const PAGE = 30;

/**
 * One figure opened: what it was divided from, what is left out, up to when, by place and by organization. Goes in: the
 * member, the indicator's id and the address. Comes out: null for an indicator there is none of.
 */
export const indicatorPage = async (ctx: MemberCtx, id: string, params: URLSearchParams) => {
  const indicator = indicatorOf(id);
  if (!indicator) return null;
  const scope = await scopeOfMember(ctx);
  const { year, years } = yearsAsked(ctx, params);
  const how = { own: scope.kind === "organization", past: year < civilDate(ctx.clock.now()).slice(0, 4) };
  const period = periodOf(indicator, year);
  const after = params.get("after") ?? "";
  const { regions } = await catalogue();
  const name = (code: string): string => regions.get(code)?.name ?? code;
  const counted = indicator.supply === "computed" && !(indicator.standing && how.past);
  const inRegion = counted && scope.kind === "region" ? scope : null;
  const level = inRegion && levelBelow(inRegion.code);
  const parts =
    inRegion && level && level.digits !== 2 && inRegion.range.from.length < level.digits
      ? [...indicatorParts(id, period, inRegion.range, level.digits)].map(([part, verdicts]) => ({
          code: part.padEnd(6, "0"),
          name: name(part.padEnd(6, "0")),
          figure: toldFigure(indicator, verdicts, how),
        }))
      : [];
  const found = inRegion ? indicatorOrganizations(id, period, inRegion.range, after, PAGE + 1) : [];
  const organizations = found.slice(0, PAGE);
  const last = organizations.at(-1);
  return {
    indicator,
    place: await scopeName(scope, ctx),
    own: how.own ? ctx.actor.organizationId : null,
    year,
    years,
    after,
    figure: toldFigure(indicator, indicatorSums(scope, year, [id]).get(id), how),
    parts,
    organizations: organizations.map(({ id: organizationId, name: called, regionCode, verdicts }) => ({
      id: organizationId,
      name: called,
      place: name(regionCode),
      figure: toldFigure(indicator, verdicts, how),
    })),
    next: found.length > PAGE && last ? `${last.regionCode}~${last.id}` : null,
    asOf: await indicatorsAsOf(ctx.clock),
  };
};
