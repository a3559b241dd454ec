import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import { evaluateWeeks } from "./commands/evaluate-weeks.server";

/** What is looked after while students are at work: Monday's evaluation, which does nothing for the rest of the week. */
export const followSweeps: readonly Sweep[] = [
  {
    name: "week-evaluation",
    everyMs: 15 * 60_000,
    run: async (clock) =>
      void (await evaluateWeeks({ actor: systemActor("平台"), clock, requestId: newId() })),
  },
];
