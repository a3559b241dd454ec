import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import { placementScope } from "../placement-scope.server";

/** More proposals than one person has open. */
const MOST = 10;

/** Proposed changes of host that wait for a student's own word. */
export const waitingHostChanges: WaitingProvider = {
  name: "host-changes",
  isFor: ({ organization }) => organization?.role === "student",
  load: async (person) => {
    const scope = await placementScope(read, person);
    if (scope?.as !== "student" || !scope.where.studentId) return [];
    const open = await read.hostChange.findMany({
      where: { studentId: scope.where.studentId, state: "asked" },
      orderBy: { askedAt: "asc" },
      take: MOST,
      select: { id: true, placementId: true, toHostId: true },
    });
    const hosts = await read.organization.findMany({
      where: { id: { in: open.map((one) => one.toHostId) } },
      select: { id: true, shortName: true },
    });
    return open.map((one) => ({
      id: `host-change:${one.id}`,
      due: null,
      title: {
        key: "life.waits.change",
        values: { host: hosts.find((host) => host.id === one.toHostId)?.shortName ?? "" },
      },
      meta: { key: "life.waits.changeMeta" },
      action: { key: "life.waits.changeAct", href: `/placements/${one.placementId}/change` },
    }));
  },
};
