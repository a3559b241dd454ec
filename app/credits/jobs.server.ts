import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import { lookAfterCredits } from "./commands/look-after-credits.server";

/** What is looked after from time to time: conversions of transfers that were undone. */
export const creditSweeps: readonly Sweep[] = [
  {
    name: "credits",
    everyMs: 10 * 60_000,
    run: async (clock) =>
      void (await lookAfterCredits({ actor: systemActor("平台"), clock, requestId: newId() })),
  },
];
