import { regionPrefix } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { loadRules, regionsAbove } from "../rule-set.server";

import { DIRECTIONS, type Direction, windowsOf } from "../rules/pack";
import { type Edge, pointCode, schoolYearOf } from "../rules/term";

const MOST = 100;

/** What a window shows of itself on a day. */
export const windowState = (
  window: { state: string; opensOn: string; closesOn: string },
  today: string,
): "planned" | "open" | "closed" | "cancelled" => {
  if (window.state === "cancelled") return "cancelled";
  if (today < window.opensOn) return "planned";
  return today > window.closesOn ? "closed" : "open";
};

/** The region an organization works in, and the windows that concern it: its own region's and those above, newest first. */
export const windowsAround = async (organizationId: string) => {
  const organization = await read.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { regionCode: true, kind: true },
  });
  const prefix = regionPrefix(organization.regionCode);
  const windows = await read.transferWindow.findMany({
    where:
      organization.kind === "authority"
        ? { regionCode: { gte: prefix, lt: `${prefix}~` } }
        : { regionCode: { in: regionsAbove(organization.regionCode) } },
    orderBy: [{ closesOn: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return { region: organization.regionCode, kind: organization.kind, windows };
};

/** The windows page: every window with its applications, and for an authority the points its rules allow. */
export const windowsPage = async (ctx: MemberCtx) => {
  const today = civilDate(ctx.clock.now());
  const { region, kind, windows } = await windowsAround(ctx.actor.organizationId);
  const [counts, quotas, rules] = await Promise.all([
    read.transfer.groupBy({
      by: ["windowId"],
      where: { windowId: { in: windows.map((one) => one.id) }, state: { not: "draft" } },
      _count: { _all: true },
    }),
    read.transferQuota.groupBy({
      by: ["windowId"],
      where: { windowId: { in: windows.map((one) => one.id) } },
      _sum: { seats: true, taken: true },
    }),
    loadRules(read, region, today),
  ]);
  return {
    today,
    mayOpen: kind === "authority",
    schoolYear: schoolYearOf(today),
    rulesTitle: rules.title,
    allowed: DIRECTIONS.map((direction) => ({ direction, points: [...windowsOf(rules.facts, direction)] })),
    windows: windows.map((window) => ({
      id: window.id,
      version: window.version,
      own: window.authorityId === ctx.actor.organizationId,
      direction: window.direction as Direction,
      schoolYear: window.schoolYear,
      point: pointCode({ grade: window.grade, term: window.term, edge: window.edge as Edge }),
      opensOn: window.opensOn,
      closesOn: window.closesOn,
      state: windowState(window, today),
      seedHash: window.seedHash,
      applied: counts.find((one) => one.windowId === window.id)?._count._all ?? 0,
      seats: quotas.find((one) => one.windowId === window.id)?._sum.seats ?? 0,
      taken: quotas.find((one) => one.windowId === window.id)?._sum.taken ?? 0,
    })),
  };
};

/** Windows that are open in a region on a day, for pages that only point to them. At most ten. */
export const openWindows = async (organizationId: string | null, today: string) => {
  const region = organizationId
    ? await read.organization.findUnique({ where: { id: organizationId }, select: { regionCode: true } })
    : null;
  const rows = await read.transferWindow.findMany({
    where: {
      state: "open",
      opensOn: { lte: today },
      closesOn: { gte: today },
      ...(region ? { regionCode: { in: regionsAbove(region.regionCode) } } : {}),
    },
    orderBy: [{ closesOn: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map((row) => ({
    id: row.id,
    direction: row.direction as Direction,
    grade: row.grade,
    opensOn: row.opensOn,
    closesOn: row.closesOn,
  }));
};
