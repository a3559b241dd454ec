import { inTransaction } from "~/platform/db/gate.server";
import type { Sweep } from "~/platform/outbox/worker.server";

const DAY_MS = 86_400_000;

/** An upload nobody finished keeps its personal data a week, no longer. House rule. */
const KEPT_MS = 7 * DAY_MS;

/** Once a day: throws away uploaded rosters that were neither applied nor discarded within a week. */
export const sweepRosters: Sweep = {
  name: "organizations.rosters",
  everyMs: DAY_MS,
  run: async (clock) => {
    const before = new Date(clock.now().getTime() - KEPT_MS);
    await inTransaction((tx) =>
      tx.rosterImport.updateMany({
        where: { state: { in: ["checking", "checked", "writing"] }, createdAt: { lt: before } },
        data: { state: "discarded", sheetSealed: null, version: { increment: 1 } },
      }),
    );
  },
};
