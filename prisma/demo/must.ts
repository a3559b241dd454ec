import type { Result } from "~/platform/result";

/** The value of a command that cannot be refused in the story told here; a refusal is a mistake in the story. */
export const must = <T>(done: Result<T>): T => {
  if (!done.ok)
    throw new Error(`the demo city's story does not hold: ${JSON.stringify(done.refusal).slice(0, 1500)}`);
  return done.value;
};
