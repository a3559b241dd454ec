/** Without a sign of life for so long a recomputation was cut off. House rule. */
const SILENT_MS = 2 * 60_000;

export type RunState = "running" | "cutOff" | "finished";

/**
 * How a recomputation stands. Goes in: when it ended (null while it did not), its last sign of life and now, as instants in
 * milliseconds. Comes out: finished, running, or cut off: it goes on where it was with the next one.
 */
export const runState = (run: { finishedAt: number | null; beatAt: number }, now: number): RunState => {
  if (run.finishedAt !== null) return "finished";
  return now - run.beatAt > SILENT_MS ? "cutOff" : "running";
};
