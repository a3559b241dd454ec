import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import { drawCallBacks } from "./commands/draw-call-backs.server";
import { evaluateWeeks } from "./commands/evaluate-weeks.server";
import { followHostChanges } from "./commands/follow-host-changes.server";
import { remindConcerns } from "./commands/remind-concerns.server";

/**
 * What is looked after while students are at work: Monday's evaluation and the draw of calls, which do nothing for the
 * rest of the week; concerns whose time runs out; changes of host that waited for a guardian.
 */
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
  {
    name: "concern-reminders",
    everyMs: 5 * 60_000,
    run: async (clock) =>
      void (await remindConcerns({ actor: systemActor("平台"), clock, requestId: newId() })),
  },
  {
    name: "host-changes",
    everyMs: 60_000,
    run: async (clock) =>
      void (await followHostChanges({ actor: systemActor("平台"), clock, requestId: newId() })),
  },
];
