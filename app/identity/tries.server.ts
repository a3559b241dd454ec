import type { Ctx } from "~/platform/command";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { refuse } from "~/platform/result";
import { lockedMail } from "./mails.server";
import { bookTry, LOCK_MINUTES, type TryOutcome } from "./rules/sign-in-limit";

/** The answer to every try at a locked address, in the same words for a password and for a code. */
export const LOCKED = refuse("limited", "identity.errors.locked", {
  values: { minutes: LOCK_MINUTES },
  retryAfterSeconds: LOCK_MINUTES * 60,
});

/** Books one try for an address inside a transaction: passwords and codes are counted together. */
export const bookTryIn = async (tx: Tx, emailHash: string, now: Date): Promise<TryOutcome> => {
  const booked = bookTry(await tx.signInTry.findUnique({ where: { emailHash } }), now);
  if (booked.kind === "allowed") {
    await tx.signInTry.upsert({
      where: { emailHash },
      create: { emailHash, ...booked.tries },
      update: booked.tries,
    });
  }
  return booked;
};

/**
 * Takes back one booked try: the password was right, but the code is still to come, and a right password must not
 * forgive wrong codes. Lifts the lock only if this very try would have brought it.
 */
export const returnTry = async (
  tx: Tx,
  emailHash: string,
  booked: { locksWhenWrong: boolean },
): Promise<void> => {
  await tx.signInTry.updateMany({
    where: { emailHash, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, ...(booked.locksWhenWrong ? { lockedUntil: null } : {}) },
  });
};

export const forgetTries = async (tx: Tx, emailHash: string): Promise<void> => {
  await tx.signInTry.deleteMany({ where: { emailHash } });
};

type Known = { id: string; emailSealed: string; language: string };

/** Records a wrong try; tells an existing person by mail when it locked the address. */
export const recordFailure = async (
  tx: Tx,
  ctx: Ctx,
  failed: { person: Known | null; emailHash: string; step: "password" | "code" },
  booked: Extract<TryOutcome, { kind: "allowed" }>,
): Promise<void> => {
  const { person, emailHash, step } = failed;
  await record(tx, ctx, {
    subject: person ? { type: "person", id: person.id } : { type: "sign_in", id: emailHash },
    name: booked.locksWhenWrong ? "person.locked" : "person.sign_in_failed",
    payload: { failures: booked.tries.failures, step },
    audience: [],
  });
  if (person && booked.locksWhenWrong) await enqueue(tx, ctx, [lockedMail(person, ctx.clock.now())]);
};

/** Books one try in a transaction of its own, before anything slow is computed. */
export const bookSignInTry = (emailHash: string, now: Date): Promise<TryOutcome> =>
  inTransaction((tx) => bookTryIn(tx, emailHash, now));
