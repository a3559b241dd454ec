import { type Ctx, systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import type { Sweep } from "~/platform/outbox/worker.server";
import type { Clock } from "~/platform/time/clock";
import { forgetErasedLearners } from "./commands/forget-erased-learners.server";
import { lookAfterCredits } from "./commands/look-after-credits.server";

const ctxAt = (clock: Clock): Ctx => ({ actor: systemActor("平台"), clock, requestId: newId() });

/** What is looked after from time to time: conversions of transfers that were undone, learners who were erased. */
export const creditSweeps: readonly Sweep[] = [
  {
    name: "credits",
    everyMs: 10 * 60_000,
    run: async (clock) => void (await lookAfterCredits(ctxAt(clock))),
  },
  {
    name: "credits.erased",
    everyMs: 10 * 60_000,
    run: async (clock) => void (await forgetErasedLearners(ctxAt(clock))),
  },
];
