import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import { civilDate } from "~/platform/time/clock";
import { standingsOf } from "../application-consents.server";
import { carryOutHostChange } from "../host-change-carry.server";
import { byKey } from "../rules/weeks";

const AT_ONCE = 50;

/**
 * Carries out the changes of host that waited for a guardian and whose consents are complete now, one transaction each.
 * Comes out: how many. One that a rule or a lost place holds up stays agreed, for the school to see and withdraw.
 */
export const followHostChanges = async (ctx: Ctx): Promise<number> => {
  const on = civilDate(ctx.clock.now());
  const waiting = await read.hostChange.findMany({
    where: { state: "agreed" },
    orderBy: { askedAt: "asc" },
    take: AT_ONCE,
  });
  let done = 0;
  for (const [hostId, changes] of byKey(waiting, (one) => one.toHostId)) {
    const ids = changes.map((one) => one.studentId);
    const standings = await standingsOf(read, ids, "share_application", hostId, on);
    for (const change of changes) {
      if (!standings.get(change.studentId)?.complete) continue;
      const carried = await decide((tx) => carryOutHostChange(tx, ctx, change));
      if (carried.ok) done += 1;
    }
  }
  return done;
};
