import { regionPrefix } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";

import { flowAlarms, flowBySchool } from "../rules/flow";
import { DIRECTIONS, type Direction } from "../rules/pack";
import { type Edge, pointCode } from "../rules/term";
import { schoolNames } from "./transfers-list.server";
import { windowsAround } from "./windows-page.server";

const MOST = 20_000;

/** Who came and went in an authority's region: by direction, by school, seats not used, objections, and what to look into. */
export const flowPage = async (ctx: MemberCtx) => {
  const today = civilDate(ctx.clock.now());
  const { windows, region } = await windowsAround(ctx.actor.organizationId);
  const prefix = regionPrefix(region);
  const windowIds = windows.map((one) => one.id);
  const [rows, quotas, notices] = await Promise.all([
    read.transfer.findMany({
      where: { regionCode: { gte: prefix, lt: `${prefix}~` }, state: { not: "draft" } },
      orderBy: { id: "desc" },
      take: MOST,
      select: { fromSchoolId: true, toSchoolId: true, direction: true, state: true, windowId: true },
    }),
    read.transferQuota.findMany({ where: { windowId: { in: windowIds } }, take: 2_000 }),
    read.transferNotice.findMany({
      where: { windowId: { in: windowIds }, state: { not: "replaced" } },
      take: 2_000,
      select: { id: true, windowId: true, list: true },
    }),
  ]);
  const objections = await read.transferObjection.findMany({
    where: { noticeId: { in: notices.map((one) => one.id) } },
    take: 5_000,
    select: { noticeId: true, answeredAt: true },
  });
  const schoolIds = [
    ...new Set([
      ...rows.flatMap((row) => [row.fromSchoolId, row.toSchoolId]),
      ...quotas.map((one) => one.schoolId),
    ]),
  ];
  const [names, rolls] = await Promise.all([
    schoolNames(schoolIds),
    read.student.groupBy({
      by: ["organizationId"],
      where: { organizationId: { in: schoolIds }, state: "active" },
      _count: { _all: true },
    }),
  ]);
  const flows = flowBySchool(
    rows.map((row) => ({ ...row, direction: row.direction as Direction })),
    new Map(rolls.map((one) => [one.organizationId, one._count._all])),
  );
  const closedIds = new Set(windows.filter((one) => one.closesOn < today).map((one) => one.id));
  const objectionsIn = (windowId: string): number => {
    const ids = notices.filter((one) => one.windowId === windowId).map((one) => one.id);
    return objections.filter((one) => ids.includes(one.noticeId)).length;
  };
  const alarms = flowAlarms({
    flows,
    windows: windows.map((window) => ({
      windowId: window.id,
      closed: closedIds.has(window.id) && window.state === "open",
      applications: rows.filter((row) => row.windowId === window.id).length,
      objections: objectionsIn(window.id),
      listed: notices
        .filter((one) => one.windowId === window.id)
        .reduce((sum, one) => sum + (JSON.parse(one.list) as unknown[]).length, 0),
    })),
    quotas: quotas.map((quota) => ({
      quotaId: quota.id,
      closed: closedIds.has(quota.windowId),
      seats: quota.seats,
      taken: quota.taken,
    })),
  });
  const windowWords = (id: string) => {
    const window = windows.find((one) => one.id === id);
    return window
      ? {
          direction: window.direction as Direction,
          point: pointCode({ grade: window.grade, term: window.term, edge: window.edge as Edge }),
        }
      : null;
  };
  const quotaWords = (id: string) => {
    const quota = quotas.find((one) => one.id === id);
    return { school: names.get(quota?.schoolId ?? "") ?? "", major: quota?.majorName ?? "" };
  };
  const objectionsTowards = (direction: Direction) => {
    const ids = windows.filter((one) => one.direction === direction).map((one) => one.id);
    const listed = notices.filter((one) => ids.includes(one.windowId)).map((one) => one.id);
    const own = objections.filter((one) => listed.includes(one.noticeId));
    return { all: own.length, answered: own.filter((one) => one.answeredAt !== null).length };
  };
  const ended = ["rejected", "withdrawn", "lapsed", "reverted"];
  return {
    today,
    byDirection: DIRECTIONS.map((direction) => {
      const own = rows.filter((row) => row.direction === direction);
      const moved = own.filter((row) => ["moved", "returning"].includes(row.state)).length;
      return {
        direction,
        applied: own.length,
        moved,
        running: own.filter((row) => row.state !== "moved" && !ended.includes(row.state)).length,
        rejected: own.filter((row) => row.state === "rejected").length,
        objections: objectionsTowards(direction),
      };
    }),
    schools: flows.slice(0, 200).map((flow) => ({ ...flow, name: names.get(flow.schoolId) ?? "" })),
    alarms: alarms.slice(0, 50).map((alarm) => ({
      ...alarm,
      school: "schoolId" in alarm ? (names.get(alarm.schoolId) ?? "") : "",
      window: "windowId" in alarm ? windowWords(alarm.windowId) : null,
      quota: "quotaId" in alarm ? quotaWords(alarm.quotaId) : null,
    })),
  };
};

export type FlowPageData = Awaited<ReturnType<typeof flowPage>>;
