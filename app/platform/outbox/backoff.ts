/** Milliseconds to wait before attempt `attempt + 1` after the `attempt`-th failure: 10 s, 40 s, 160 s … at most 6 h. */
export const backoffMs = (attempt: number): number =>
  Math.min(10_000 * 4 ** Math.max(0, attempt - 1), 6 * 3_600_000);
