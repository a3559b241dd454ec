import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import { startDuePlacements } from "./commands/start-due-placements.server";

export const placementSweeps: readonly Sweep[] = [
  {
    name: "placements",
    everyMs: 30 * 60_000,
    run: async (clock) =>
      void (await startDuePlacements({ actor: systemActor("平台"), clock, requestId: newId() })),
  },
];
