import type { Ctx } from "~/platform/command";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { ok, type Result, refuse } from "~/platform/result";
import { lockedMail } from "../mails.server";
import { checkPassword } from "../password.server";
import { bookTry, LOCK_MINUTES } from "../rules/sign-in-limit";

const LOCKED = refuse("limited", "identity.errors.locked", {
  values: { minutes: LOCK_MINUTES },
  retryAfterSeconds: LOCK_MINUTES * 60,
});

/**
 * Checks an e-mail address and a password. Goes in: both as typed (the address in lower case). Comes out: the person.
 * Refuses in the same words and after the same work whether or not the account exists; after five failures the address
 * is locked for fifteen minutes, account or not, and an existing person is told by mail. House rule.
 */
export const signIn = async (
  ctx: Ctx,
  input: { email: string; password: string },
): Promise<Result<{ personId: string }>> => {
  const now = ctx.clock.now();
  const emailHash = lookupHash("person.email", input.email);
  const person = await read.person.findUnique({ where: { emailHash } });
  const outcome = await inTransaction(async (tx) => {
    const booked = bookTry(await tx.signInTry.findUnique({ where: { emailHash } }), now);
    if (booked.kind === "allowed") {
      await tx.signInTry.upsert({
        where: { emailHash },
        create: { emailHash, ...booked.tries },
        update: booked.tries,
      });
    }
    return booked;
  });
  const right = await checkPassword(person?.passwordHash ?? null, input.password);
  if (outcome.kind === "locked") return LOCKED;
  const subject = person ? { type: "person", id: person.id } : { type: "sign_in", id: emailHash };
  if (!person || !right) {
    await inTransaction(async (tx) => {
      await record(tx, ctx, {
        subject,
        name: outcome.locksWhenWrong ? "person.locked" : "person.sign_in_failed",
        payload: { failures: outcome.tries.failures },
        audience: [],
      });
      if (person && outcome.locksWhenWrong) await enqueue(tx, ctx, [lockedMail(person, now)]);
    });
    return outcome.locksWhenWrong ? LOCKED : refuse("invalid", "identity.errors.wrongSignIn");
  }
  await inTransaction(async (tx) => {
    await tx.signInTry.deleteMany({ where: { emailHash } });
    await record(tx, ctx, { subject, name: "person.signed_in", payload: { by: "password" }, audience: [] });
  });
  return ok({ personId: person.id });
};
