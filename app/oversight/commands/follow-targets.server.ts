import { regionRange } from "~/catalogues/rules/regions";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { addDays, type Clock, civilDate } from "~/platform/time/clock";
import { indicatorOf } from "../rules/indicators/catalogue";

import { pointsOf } from "../target-points.server";

const DONE_ON = "oversight-targets-followed";
const AT_ONCE = 100;

/**
 * Counts once a day what every running target's indicator stood at, month by month, for its forecast. Goes in: the clock.
 * Comes out: how many targets were counted; null when it was done today. Targets whose day is over keep their points.
 */
export const followTargets = async (clock: Clock): Promise<number | null> => {
  const now = clock.now();
  const today = civilDate(now);
  const done = await read.eventCursor.findUnique({ where: { name: DONE_ON } });
  if (done && civilDate(done.at) === today) return null;
  let counted = 0;
  let after = "";
  for (;;) {
    const targets = await read.indicatorTarget.findMany({
      where: { id: { gt: after }, withdrawnAt: null, dueOn: { gte: addDays(today, -1) } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
    });
    for (const { id, indicatorId, organizationId, year } of targets) {
      const indicator = indicatorOf(indicatorId);
      const owner = await read.organization.findUnique({
        where: { id: organizationId },
        select: { kind: true, regionCode: true },
      });
      if (!indicator || !owner) continue;
      const scope =
        owner.kind === "authority"
          ? ({ kind: "region", code: owner.regionCode, range: regionRange(owner.regionCode) } as const)
          : ({ kind: "organization", id: organizationId } as const);
      const points = await pointsOf(indicator, scope, year, today);
      await inTransaction(async (tx) => {
        await tx.targetPoint.deleteMany({ where: { targetId: id } });
        await tx.targetPoint.createMany({ data: points.map((point) => ({ targetId: id, ...point })) });
      });
      counted += 1;
    }
    const last = targets.at(-1);
    if (!last) break;
    after = last.id;
  }
  await inTransaction((tx) =>
    tx.eventCursor.upsert({
      where: { name: DONE_ON },
      create: { name: DONE_ON, at: now, eventId: "" },
      update: { at: now },
    }),
  );
  return counted;
};
