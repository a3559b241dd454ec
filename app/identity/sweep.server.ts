import { inTransaction } from "~/platform/db/gate.server";
import type { Sweep } from "~/platform/outbox/worker.server";

const DAY_MS = 86_400_000;

/** Links are kept a month after their end, so that an invitation that ran out can still be sent again. House rule. */
const LINK_KEPT_MS = 30 * DAY_MS;

/** Once a day: forgets sessions that ended, links long dead, and failed sign-ins that no longer count. */
export const sweepSessions: Sweep = {
  name: "identity.sessions",
  everyMs: DAY_MS,
  run: async (clock) => {
    const now = clock.now().getTime();
    await inTransaction(async (tx) => {
      await tx.session.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
      await tx.linkToken.deleteMany({ where: { expiresAt: { lt: new Date(now - LINK_KEPT_MS) } } });
      await tx.signInTry.deleteMany({ where: { lastFailedAt: { lt: new Date(now - DAY_MS) } } });
    });
  },
};
