/** Lets everybody else who waits in this process go first: between the parts of long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A breath for work in many small parts: called after each, it lets others go first once so many milliseconds are up. */
export const breather = (everyMs = 4): (() => Promise<void>) => {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < everyMs) return;
    await breathe();
    last = performance.now();
  };
};
