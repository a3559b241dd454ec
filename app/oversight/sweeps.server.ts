import type { Sweep } from "~/platform/outbox/worker.server";
import { drawBulletins } from "./commands/draw-bulletins.server";
import { escalateAlerts } from "./commands/escalate-alerts.server";
import { followIndicators } from "./commands/follow-indicators.server";
import { followMap } from "./commands/follow-map.server";
import { followTargets } from "./commands/follow-targets.server";
import { raiseAlerts } from "./commands/raise-alerts.server";
import { rebuildIndicators } from "./commands/rebuild-indicators.server";
import { rebuildMap } from "./commands/rebuild-map.server";
import { sweepCards } from "./commands/sweep-cards.server";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What keeps the resource map and the indicators true, computes the year's cards, raises and passes on alerts. */
export const oversightSweeps: readonly Sweep[] = [
  { name: "map.follow", everyMs: 3 * SECOND, run: async (clock) => void (await followMap(clock)) },
  {
    name: "map.rebuild",
    everyMs: 30 * MINUTE,
    run: async (clock) => void (await rebuildMap(clock, { onceADay: true })),
  },
  {
    name: "indicators.follow",
    everyMs: 3 * SECOND,
    run: async (clock) => void (await followIndicators(clock)),
  },
  {
    name: "indicators.rebuild",
    everyMs: 30 * MINUTE,
    run: async (clock) => void (await rebuildIndicators(clock, { onceADay: true })),
  },
  { name: "targets.follow", everyMs: 60 * MINUTE, run: async (clock) => void (await followTargets(clock)) },
  { name: "bulletins.draw", everyMs: 20 * MINUTE, run: async (clock) => void (await drawBulletins(clock)) },
  { name: "cards.compute", everyMs: 60 * MINUTE, run: async (clock) => void (await sweepCards(clock)) },
  { name: "alerts.raise", everyMs: 6 * 60 * MINUTE, run: async (clock) => void (await raiseAlerts(clock)) },
  {
    name: "alerts.escalate",
    everyMs: 60 * MINUTE,
    run: async (clock) => void (await escalateAlerts(clock)),
  },
];
