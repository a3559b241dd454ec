import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { supplierOf } from "../report-policy";
import { INDICATOR_TABLES, type IndicatorTable } from "../rules/indicators/indicator";
import { sheetIndicators, sheetTables } from "../rules/supplied/forms";
import { scopeOfMember, yearsAsked } from "./indicator-figures.server";
import { scopeName } from "./indicators-page.server";

const RECENT = 12;
const SCHOOLS = 20;

const schoolProgress = async (regionCode: string, year: string, after: string | null) => {
  const { from, before } = regionRange(regionCode);
  const found = await read.organization.findMany({
    where: {
      kind: "school",
      state: "verified",
      regionCode: { gte: from, lt: before },
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: "asc" },
    take: SCHOOLS + 1,
    select: { id: true, name: true },
  });
  const shown = found.slice(0, SCHOOLS);
  const counts = await read.suppliedFigure.groupBy({
    by: ["organizationId"],
    where: { organizationId: { in: shown.map(({ id }) => id) }, year, standing: true },
    _count: { _all: true },
  });
  const done = new Map(counts.map((row) => [row.organizationId, row._count._all]));
  return {
    total: INDICATOR_TABLES.reduce((sum, table) => sum + sheetIndicators(table, "school").length, 0),
    items: shown.map((school) => ({ ...school, done: done.get(school.id) ?? 0 })),
    next: found.length > SCHOOLS ? (shown.at(-1)?.id ?? null) : null,
  };
};

/**
 * The sheets a member's organization hands in for a year. Goes in: the member and the address (`year`, `after`, `school`).
 * Comes out: each table with how many of its figures stand, the latest sheets; for an authority how far the schools of its
 * region are.
 */
export const sheetsPage = async (ctx: MemberCtx, params: URLSearchParams) => {
  const { organizationId, organization } = ctx.actor;
  const supplier = supplierOf(organization.kind) ?? "school";
  const { year, years } = yearsAsked(ctx, params);
  const after = params.get("after");
  const scope = await scopeOfMember(ctx);
  const [standing, current, recent] = await Promise.all([
    read.suppliedFigure.findMany({
      where: { organizationId, year, standing: true },
      take: 5_000,
      select: { indicatorId: true },
    }),
    read.indicatorSheet.findMany({
      where: { organizationId, year, state: { in: ["checked", "confirmed"] } },
      orderBy: { createdAt: "desc" },
      take: 50,
      select: {
        id: true,
        tableId: true,
        state: true,
        problems: true,
        confirmedAt: true,
        confirmedByName: true,
      },
    }),
    read.indicatorSheet.findMany({
      where: { organizationId, ...(after ? { id: { lt: after } } : {}) },
      orderBy: { id: "desc" },
      take: RECENT + 1,
      select: {
        id: true,
        tableId: true,
        year: true,
        fileName: true,
        state: true,
        personName: true,
        createdAt: true,
      },
    }),
  ]);
  const supplied = new Set(standing.map(({ indicatorId }) => indicatorId));
  const line = (table: IndicatorTable) => {
    const indicators = sheetIndicators(table, supplier);
    const inForce = current.find((one) => one.tableId === table && one.state === "confirmed");
    const open = current.find((one) => one.tableId === table && one.state === "checked");
    return {
      table,
      total: indicators.length,
      done: indicators.filter(({ id }) => supplied.has(id)).length,
      confirmed: inForce
        ? {
            id: inForce.id,
            name: inForce.confirmedByName ?? "",
            at: inForce.confirmedAt?.toISOString() ?? "",
          }
        : null,
      open: open ? { id: open.id, problems: open.problems } : null,
    };
  };
  const shown = recent.slice(0, RECENT);
  return {
    place: await scopeName(scope, ctx),
    supplier,
    year,
    years,
    tables: sheetTables(supplier).map(line),
    recent: shown.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
    after,
    next: recent.length > RECENT ? (shown.at(-1)?.id ?? null) : null,
    schools: scope.kind === "region" ? await schoolProgress(scope.code, year, params.get("school")) : null,
    schoolAfter: params.get("school"),
  };
};

export type SheetsPage = Awaited<ReturnType<typeof sheetsPage>>;
