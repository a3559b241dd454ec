import type { Tx } from "~/platform/db/gate.server";
import { FINISHED } from "./rules/lifecycle";
import { HOST_REASONS, PAY_RULE } from "./rules/track-record";

/** The month after graduation whose outcome says whether a graduate was kept. */
const KEPT_AFTER = 6;

/** How far a city's code reaches into a region code. */
const CITY = 4;

/** Findings about pay looked at for one unit; a placement has at most six, one a kind. */
const MOST_FINDINGS = 5000;

/** Placements of a unit in which pay was found late, short, deducted or passed on, put right since or not. */
const payFoundWrong = async (tx: Tx, hostId: string): Promise<number> => {
  const rows = await tx.placementFinding.findMany({
    where: { hostId, state: { in: ["open", "solved"] }, rule: { startsWith: PAY_RULE } },
    distinct: ["placementId"],
    select: { placementId: true },
    take: MOST_FINDINGS,
  });
  const broken = await tx.placement.findMany({
    where: { hostId, state: "broken", endReason: "pay_late" },
    select: { id: true },
    take: MOST_FINDINGS,
  });
  return new Set([...rows.map((row) => row.placementId), ...broken.map((row) => row.id)]).size;
};

/**
 * Counts one unit's record anew, inside the change that touched it, and moves its city by the difference: completed
 * placements, breaks that lie with the unit, placements whose pay was found wrong, graduates kept and at work in their
 * field after six months. A graduate whose destination is not known counts neither way. Bounded by counts on indexed
 * columns.
 */
export const refreshTrack = async (tx: Tx, hostId: string, at: Date): Promise<void> => {
  const host = await tx.organization.findUnique({ where: { id: hostId }, select: { regionCode: true } });
  if (!host) return;
  const kept = { hostId, month: KEPT_AFTER, stands: true } as const;
  const completed = await tx.placement.count({ where: { hostId, state: { in: [...FINISHED] } } });
  const breaks = await tx.placement.count({
    where: { hostId, state: "broken", endReason: { in: [...HOST_REASONS] } },
  });
  const known = await tx.graduateOutcome.count({ where: { ...kept, destination: { not: null } } });
  const retained = await tx.graduateOutcome.count({ where: { ...kept, sameUnit: true } });
  const matched = await tx.graduateOutcome.count({ where: { ...kept, matched: "yes" } });
  const payFindings = await payFoundWrong(tx, hostId);
  const before = await tx.partnerTrack.findUnique({ where: { organizationId: hostId } });
  const city = before?.city ?? host.regionCode.slice(0, CITY);
  const now = { completed, breaks, payFindings, known, retained, matched, updatedAt: at };
  await tx.partnerTrack.upsert({
    where: { organizationId: hostId },
    create: { organizationId: hostId, city, ...now },
    update: now,
  });
  const more = completed - (before?.completed ?? 0);
  const worse = breaks - (before?.breaks ?? 0);
  if (more === 0 && worse === 0 && before) return;
  await tx.cityTrack.upsert({
    where: { city },
    create: { city, completed: Math.max(0, more), breaks: Math.max(0, worse) },
    update: { completed: { increment: more }, breaks: { increment: worse } },
  });
};
