import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import { forgetVisitors } from "./commands/forget-visitors.server";

/** What is looked after from time to time: class lists whose days are over. */
export const resourceSweeps: readonly Sweep[] = [
  {
    name: "resources",
    everyMs: 60 * 60_000,
    run: async (clock) =>
      void (await forgetVisitors({ actor: systemActor("平台"), clock, requestId: newId() })),
  },
];
