import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import { askOutcomes } from "./commands/ask-outcomes.server";
import { completeDuePlacements } from "./commands/complete-due-placements.server";
import { remindEmployers } from "./commands/remind-employers.server";

export const outcomeSweeps: readonly Sweep[] = [
  {
    name: "placements-completed",
    everyMs: 30 * 60_000,
    run: async (clock) =>
      void (await completeDuePlacements({ actor: systemActor("平台"), clock, requestId: newId() })),
  },
  {
    name: "outcomes-asked",
    everyMs: 6 * 60 * 60_000,
    run: async (clock) => {
      const ctx = { actor: systemActor("平台"), clock, requestId: newId() };
      await askOutcomes(ctx);
      await remindEmployers(ctx);
    },
  },
];
