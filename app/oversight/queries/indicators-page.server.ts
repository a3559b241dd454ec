import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { INDICATORS } from "../rules/indicators/catalogue";
import { INDICATOR_TABLES, type IndicatorTable } from "../rules/indicators/indicator";
import { figuresOfScope, scopeOfMember, yearsAsked } from "./indicator-figures.server";
import type { IndicatorScope } from "./indicator-sums.sqlite.server";
import { indicatorsAsOf } from "./indicators-as-of.server";

const SNAPSHOTS = 10;

/** The name of a scope: the region's, or the organization's. */
export const scopeName = async (scope: IndicatorScope, ctx: MemberCtx): Promise<string> =>
  scope.kind === "organization"
    ? ctx.actor.organization.name
    : ((await catalogue()).regions.get(scope.code)?.name ?? scope.code);

const isTable = (text: string | null): text is IndicatorTable =>
  INDICATOR_TABLES.some((table) => table === text);

/**
 * One table of indicators at the member's own scope. Goes in: the member and the address. Comes out: figures with their
 * definitions, the years there are, the tables with how many figures each tells, and the latest snapshots.
 */
export const indicatorsPage = async (ctx: MemberCtx, params: URLSearchParams) => {
  const scope = await scopeOfMember(ctx);
  const { year, years } = yearsAsked(ctx, params);
  const asked = params.get("table");
  const table: IndicatorTable = isTable(asked) ? asked : "local";
  const figures = figuresOfScope(scope, year, civilDate(ctx.clock.now()));
  const rows = INDICATORS.flatMap((indicator, place) => {
    const figure = figures[place];
    return figure ? [{ indicator, figure }] : [];
  });
  const snapshots = await read.indicatorSnapshot.findMany({
    where: { organizationId: ctx.actor.organizationId },
    orderBy: { takenAt: "desc" },
    take: SNAPSHOTS,
    select: { id: true, year: true, takenAt: true },
  });
  return {
    place: await scopeName(scope, ctx),
    region: scope.kind === "region",
    year,
    years,
    table,
    tables: INDICATOR_TABLES.map((id) => ({
      id,
      told: rows.filter(({ indicator, figure }) => indicator.table === id && figure.state === "told").length,
    })),
    rows: rows.filter(({ indicator }) => indicator.table === table),
    asOf: await indicatorsAsOf(ctx.clock),
    snapshots: snapshots.map(({ id, year: of, takenAt }) => ({
      id,
      year: of,
      takenAt: takenAt.toISOString(),
    })),
  };
};
