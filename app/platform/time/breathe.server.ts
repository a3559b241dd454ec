/** Lets everybody else who waits in this process go first: between the parts of long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
