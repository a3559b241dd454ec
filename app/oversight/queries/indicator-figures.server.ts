import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { INDICATORS, indicatorOf } from "../rules/indicators/catalogue";
import { type ToldFigure, toldFigure } from "../rules/indicators/told";
import { supplyForm } from "../rules/supplied/forms";
import { personCounts, type SuppliedSum, toldSupplied } from "../rules/supplied/told";
import { PARTS_OF_ONE, suppress } from "../rules/suppression";
import { type IndicatorScope, indicatorSums } from "./indicator-sums.sqlite.server";
import { suppliedSums } from "./supplied-sums.sqlite.server";

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

const withheld = ({ indicatorId }: ToldFigure): ToldFigure => ({
  indicatorId,
  state: "withheld",
  value: null,
  numerator: 0,
  denominator: null,
  exclusions: [],
});

/** Ids that others of the same whole would give away if they alone were withheld. */
const givenAway = (sums: ReadonlyMap<string, SuppliedSum>): ReadonlySet<string> =>
  new Set(
    PARTS_OF_ONE.flatMap((ids) => {
      const cells = ids.flatMap((key) => {
        const [form, sum, indicator] = [supplyForm(key), sums.get(key), indicatorOf(key)];
        return form && sum && indicator ? [{ key, counts: personCounts(indicator.unit, form, sum) }] : [];
      });
      return [...suppress(cells, { totalTold: true }).hidden];
    }),
  );

/**
 * Every indicator of a scope and year as it may be told: counted from records, or as it was handed in. Goes in: the scope,
 * the year, the present civil date, and whether the figures leave the organization they are of. Comes out: one figure an
 * indicator, in the catalogue's order; for a region and for what leaves an organization, counts of one to four persons are
 * withheld, and with them what would give them away.
 */
export const figuresOfScope = (
  scope: IndicatorScope,
  year: string,
  today: string,
  { leaves = false }: { leaves?: boolean } = {},
): ToldFigure[] => {
  const ids = INDICATORS.map(({ id }) => id);
  const sums = indicatorSums(scope, year, ids);
  const supplied = suppliedSums(scope, year, ids);
  const how = { own: scope.kind === "organization" && !leaves, past: year < today.slice(0, 4) };
  const hidden = how.own ? new Set<string>() : givenAway(supplied);
  return INDICATORS.map((indicator) => {
    const form = indicator.supply === "imported" ? supplyForm(indicator.id) : null;
    if (!form) return toldFigure(indicator, sums.get(indicator.id), how);
    const figure = toldSupplied(indicator, form, supplied.get(indicator.id), how);
    return hidden.has(indicator.id) ? withheld(figure) : figure;
  });
};
