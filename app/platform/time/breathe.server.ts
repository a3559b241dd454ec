/** A turn in which others worked for longer than this was not empty. */
const QUIET_MS = 1.5;
/** Others go first, but not for ever: a busy house still gets its long work done. */
const MOST_TURNS = 40;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets everybody else who waits in this process go first, until nobody does: between the parts of long work. */
export const breathe = async (): Promise<void> => {
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const from = performance.now();
    await turn();
    if (performance.now() - from < QUIET_MS) return;
  }
};

/** A breath for work in many small parts: called after each, it lets others go first once so many milliseconds are up. */
export const breather = (everyMs = 4): (() => Promise<void>) => {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < everyMs) return;
    await breathe();
    last = performance.now();
  };
};
