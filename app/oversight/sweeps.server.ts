import type { Sweep } from "~/platform/outbox/worker.server";
import { followMap } from "./commands/follow-map.server";
import { rebuildMap } from "./commands/rebuild-map.server";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What keeps the resource map true: events within seconds, everything once a day. */
export const mapSweeps: readonly Sweep[] = [
  { name: "map.follow", everyMs: 3 * SECOND, run: async (clock) => void (await followMap(clock)) },
  {
    name: "map.rebuild",
    everyMs: 30 * MINUTE,
    run: async (clock) => void (await rebuildMap(clock, { onceADay: true })),
  },
];
