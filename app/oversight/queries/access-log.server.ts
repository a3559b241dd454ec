import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";

const PAGE = 30;

/**
 * Who outside the organization looked at rows with its students: the newest first. Goes in: the member and the id after
 * which to go on. Comes out: reader, organization, what, why, how many rows, when.
 */
export const accessLog = async (ctx: MemberCtx, after: string | null) => {
  const rows = await read.dataAccess.findMany({
    where: { organizationId: ctx.actor.organizationId, ...(after ? { id: { lt: after } } : {}) },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const items = rows.slice(0, PAGE);
  return {
    items: items.map(({ id, readerName, readerOrgName, indicatorId, period, reason, rows: seen, at }) => ({
      id,
      readerName,
      readerOrgName,
      indicatorId,
      period,
      reason,
      rows: seen,
      at: at.toISOString(),
    })),
    next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null,
  };
};
