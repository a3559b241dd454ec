import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import { drawCallBacks } from "./commands/draw-call-backs.server";
import { evaluateWeeks } from "./commands/evaluate-weeks.server";

/** What is looked after while students are at work: Monday's evaluation and the draw of calls, which do nothing for the rest of the week. */
export const followSweeps: readonly Sweep[] = [
  {
    name: "week-evaluation",
    everyMs: 15 * 60_000,
    run: async (clock) => {
      const ctx = { actor: systemActor("平台"), clock, requestId: newId() };
      await evaluateWeeks(ctx);
      await drawCallBacks(ctx);
    },
  },
];
