import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { RosterState } from "../rules/roster-check";

const MOST = 10;

/** The last ten rosters the own school uploaded, newest first, and whether it has a programme to put students into. */
export const recentRosters = async (ctx: MemberCtx) => {
  const { organizationId } = ctx.actor;
  const [rosters, programme] = await Promise.all([
    read.rosterImport.findMany({
      where: { organizationId },
      orderBy: { createdAt: "desc" },
      take: MOST,
      select: { id: true, fileName: true, state: true, rows: true, wrongRows: true, createdAt: true },
    }),
    read.programme.findFirst({ where: { organizationId, closedAt: null }, select: { id: true } }),
  ]);
  return {
    now: ctx.clock.now().toISOString(),
    hasProgramme: programme !== null,
    rosters: rosters.map((one) => ({
      ...one,
      state: one.state as RosterState,
      createdAt: one.createdAt.toISOString(),
    })),
  };
};
