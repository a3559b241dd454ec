import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { civilDate } from "~/platform/time/clock";
import { indicatorOf, periodOf } from "../rules/indicators/catalogue";
import { levelBelow } from "../rules/map-query";
import { definitionsIn } from "../rules/supplied/definitions";
import { supplyForm } from "../rules/supplied/forms";
import { figureBreakdown } from "./figure-breakdown.server";
import { figuresOfScope, scopeOfMember, yearsAsked } from "./indicator-figures.server";
import { indicatorsAsOf } from "./indicators-as-of.server";
import { scopeName } from "./indicators-page.server";
import { suppliedOrigins } from "./supplied-sums.sqlite.server";

const PAGE = 30;

/**
 * One figure opened: what it was divided from, what is left out, up to when, by place and by organization; a supplied one to
 * file, line, person and date. Goes in: the member, the indicator's id and the address. Comes out: null for an indicator
 * there is none of.
 */
export const indicatorPage = async (ctx: MemberCtx, id: string, params: URLSearchParams) => {
  const indicator = indicatorOf(id);
  if (!indicator) return null;
  const scope = await scopeOfMember(ctx);
  const { year, years } = yearsAsked(ctx, params);
  const today = civilDate(ctx.clock.now());
  const own = scope.kind === "organization";
  const period = periodOf(indicator, year);
  const after = params.get("after") ?? "";
  const { regions } = await catalogue();
  const name = (code: string): string => regions.get(code)?.name ?? code;
  const figure = figuresOfScope(scope, year, today).find(({ indicatorId }) => indicatorId === id);
  if (!figure) return null;
  const past = indicator.standing && year < today.slice(0, 4);
  const level = scope.kind === "region" ? levelBelow(scope.code) : null;
  const deeper = level && scope.kind === "region" && scope.range.from.length < level.digits;
  const found =
    scope.kind === "region" && !past
      ? figureBreakdown({
          indicator,
          period,
          scope,
          digits: level && deeper ? level.digits : null,
          after,
          take: PAGE,
          totalTold: figure.state !== "withheld",
        })
      : { parts: [], rows: [], next: null };
  const form = indicator.supply === "imported" ? supplyForm(id) : null;
  return {
    indicator,
    supplier: form?.supplier ?? null,
    definitions: form ? definitionsIn(indicator, year) : [],
    place: await scopeName(scope, ctx),
    own: own ? ctx.actor.organizationId : null,
    year,
    years,
    after,
    figure,
    origin: own && form ? (suppliedOrigins(id, year, scope, 1)[0] ?? null) : null,
    parts: found.parts.map((part) => ({ ...part, name: name(part.code) })),
    organizations: found.rows.map(({ regionCode, ...row }) => ({
      ...row,
      key: `${regionCode}~${row.id}`,
      place: form ? regionName(regions, regionCode) : name(regionCode),
    })),
    next: found.next,
    asOf: await indicatorsAsOf(ctx.clock),
  };
};
