import { regionPrefix } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";

import type { Direction } from "../rules/pack";
import { type Edge, pointCode } from "../rules/term";
import { schoolNames } from "./transfers-list.server";
import { windowState, windowsAround } from "./windows-page.server";

const MOST = 200;

/**
 * Seats by window, school and major with what is left. Goes in: who looks; a school sees every school of its windows, an
 * authority those of its region. Comes out: at most two hundred quotas, and what a form to state seats needs.
 */
export const quotasPage = async (ctx: MemberCtx) => {
  const today = civilDate(ctx.clock.now());
  const { organizationId } = ctx.actor;
  const { windows, kind, region } = await windowsAround(organizationId);
  const quotas = await read.transferQuota.findMany({
    where: { windowId: { in: windows.map((one) => one.id) } },
    orderBy: [{ windowId: "desc" }, { id: "asc" }],
    take: MOST,
  });
  const [names, applied, programmes, schools] = await Promise.all([
    schoolNames(quotas.map((one) => one.schoolId)),
    read.transfer.groupBy({
      by: ["quotaId"],
      where: {
        quotaId: { in: quotas.map((one) => one.id) },
        state: { notIn: ["draft", "withdrawn", "lapsed"] },
      },
      _count: { _all: true },
    }),
    kind === "school"
      ? read.programme.findMany({
          where: { organizationId, closedAt: null },
          orderBy: { majorCode: "asc" },
          take: 100,
          select: { majorCode: true, name: true },
        })
      : [],
    kind === "authority"
      ? read.organization.findMany({
          where: {
            kind: { in: ["school", "general_school"] },
            state: "verified",
            regionCode: { gte: regionPrefix(region), lt: `${regionPrefix(region)}~` },
          },
          orderBy: { name: "asc" },
          take: 200,
          select: { id: true, name: true },
        })
      : [],
  ]);
  const ownDirection = kind === "general_school" ? "to_general" : "to_vocational";
  const label = (window: (typeof windows)[number]) => ({
    id: window.id,
    direction: window.direction as Direction,
    point: pointCode({ grade: window.grade, term: window.term, edge: window.edge as Edge }),
    closesOn: window.closesOn,
  });
  return {
    kind,
    programmes,
    schools,
    windows: windows
      .filter((one) => ["open", "planned"].includes(windowState(one, today)) || kind === "authority")
      .filter((one) => one.state === "open" && (kind === "authority" || one.direction === ownDirection))
      .map(label),
    quotas: quotas.flatMap((quota) => {
      const window = windows.find((one) => one.id === quota.windowId);
      if (!window) return [];
      return [
        {
          id: quota.id,
          school: names.get(quota.schoolId) ?? "",
          own: quota.schoolId === organizationId,
          window: label(window),
          major: quota.majorName,
          seats: quota.seats,
          taken: quota.taken,
          left: Math.max(0, quota.seats - quota.taken),
          scoreLine: quota.scoreLine,
          ranked: quota.rankedAt !== null,
          applied: applied.find((one) => one.quotaId === quota.id)?._count._all ?? 0,
        },
      ];
    }),
  };
};
