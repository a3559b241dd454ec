import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import { lookAfterTransfers } from "./commands/look-after-transfers.server";

/** What is looked after from time to time: notices that end, applications that lapse. */
export const transferSweeps: readonly Sweep[] = [
  {
    name: "transfers",
    everyMs: 10 * 60_000,
    run: async (clock) =>
      void (await lookAfterTransfers({ actor: systemActor("平台"), clock, requestId: newId() })),
  },
];
