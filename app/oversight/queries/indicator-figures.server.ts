import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { INDICATORS } from "../rules/indicators/catalogue";
import { type ToldFigure, toldFigure } from "../rules/indicators/told";

import { type IndicatorScope, indicatorSums } from "./indicator-sums.sqlite.server";

const YEARS_BACK = 2;

/** Whose figures a member reads: an authority its region's, everybody else their own organization's. */
export const scopeOfMember = async (ctx: MemberCtx): Promise<IndicatorScope> => {
  const { id, kind } = ctx.actor.organization;
  if (kind !== "authority") return { kind: "organization", id };
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id },
    select: { regionCode: true },
  });
  return { kind: "region", code: regionCode, range: regionRange(regionCode) };
};

/** The years whose figures can be asked for, this one first; what an address asks for, or this year. */
export const yearsAsked = (ctx: MemberCtx, params: URLSearchParams): { year: string; years: string[] } => {
  const now = Number(civilDate(ctx.clock.now()).slice(0, 4));
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => String(now - back));
  const asked = params.get("year");
  return { year: asked && years.includes(asked) ? asked : String(now), years };
};

/**
 * Every indicator of a scope and year as it may be told. Goes in: the scope, the year and the present civil date. Comes
 * out: one figure an indicator, in the catalogue's order.
 */
export const figuresOfScope = (scope: IndicatorScope, year: string, today: string): ToldFigure[] => {
  const ids = INDICATORS.map(({ id }) => id);
  const sums = indicatorSums(scope, year, ids);
  const how = { own: scope.kind === "organization", past: year < today.slice(0, 4) };
  return INDICATORS.map((indicator) => toldFigure(indicator, sums.get(indicator.id), how));
};
