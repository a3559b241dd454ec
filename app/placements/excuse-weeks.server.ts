import type { Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import type { PlacementRow } from "./placement-scope.server";
import { pausedWeeks } from "./rules/weeks";

/**
 * Marks the weeks a pause took whole as excused, so that nobody is asked for them after it has ended. Goes in: the placement
 * as it was while paused, the day it is resumed, now. Weeks already on record stay as they are.
 */
export const excuseWeeks = async (
  tx: Tx,
  placement: PlacementRow,
  resumedOn: string,
  now: Date,
): Promise<void> => {
  if (placement.pausedOn === null) return;
  const mondays = pausedWeeks(placement.pausedOn, resumedOn);
  const known = await tx.weekRecord.findMany({
    where: { placementId: placement.id, monday: { in: mondays } },
    select: { monday: true },
  });
  const taken = new Set(known.map((one) => one.monday));
  for (const monday of mondays.filter((one) => !taken.has(one))) {
    await tx.weekRecord.create({
      data: {
        id: newId(now.getTime()),
        placementId: placement.id,
        schoolId: placement.schoolId,
        monday,
        state: "excused",
        lines: "",
        minutes: JSON.stringify([0, 0, 0, 0, 0, 0, 0]),
        totalMinutes: 0,
        night: false,
        submittedAt: now,
        version: 1,
      },
    });
  }
};
