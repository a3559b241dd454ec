import { inTransaction, type Tx } from "./db/gate.server";
import { ok, type Refusal, RefusalError, type Result } from "./result";

/** Ends a command from inside its transaction: everything is rolled back and the refusal becomes its result. */
export const reject = (refusal: Refusal): never => {
  throw new RefusalError(refusal);
};

/** Nothing was changed because somebody else changed it first. */
export const stale = (): never => reject({ code: "conflict", key: "errors.conflict" });

/**
 * Runs a command's change through the write gate. Goes in: the work, given `tx`; it may `reject`. Comes out: its value,
 * or the refusal with everything rolled back. Any other throw stays a throw: it is our mistake, not the caller's.
 */
export const decide = async <T>(work: (tx: Tx) => Promise<T>): Promise<Result<T>> => {
  try {
    return ok(await inTransaction(work));
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
};
