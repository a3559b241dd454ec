import type { Sweep } from "./worker.server";

export type SweepRun = {
  name: string;
  everyMs: number;
  /** null until it has run in this process */
  startedAt: Date | null;
  millis: number | null;
  /** what it failed with the last time, null when it went well */
  failed: string | null;
};

const kept = globalThis as typeof globalThis & { bridgeSweeps?: Map<string, SweepRun> };

const runs = (): Map<string, SweepRun> => {
  kept.bridgeSweeps ??= new Map();
  return kept.bridgeSweeps;
};

/** A sweep that remembers when it last ran in this process, for how long, and whether it failed. A failure stays a throw. */
export const watched = (sweep: Sweep): Sweep => {
  const { name, everyMs } = sweep;
  runs().set(name, { name, everyMs, startedAt: null, millis: null, failed: null });
  return {
    ...sweep,
    run: async (clock) => {
      const startedAt = clock.now();
      const note = (failed: string | null) =>
        runs().set(name, {
          name,
          everyMs,
          startedAt,
          millis: clock.now().getTime() - startedAt.getTime(),
          failed,
        });
      try {
        await sweep.run(clock);
        note(null);
      } catch (error) {
        note(String(error instanceof Error ? error.message : error).slice(0, 300));
        throw error;
      }
    },
  };
};

/** The sweeps of this process with their last runs, by name; empty where no worker was started. */
export const sweepRuns = (): SweepRun[] => [...runs().values()].sort((a, b) => a.name.localeCompare(b.name));
