import type { Sweep } from "~/platform/outbox/worker.server";
import { closeDueRounds } from "./commands/close-due-rounds.server";

/** What rounds look after: choices whose last day has passed are closed. */
export const roundSweeps: readonly Sweep[] = [
  { name: "rounds.close", everyMs: 10 * 60_000, run: async (clock) => void (await closeDueRounds(clock)) },
];
