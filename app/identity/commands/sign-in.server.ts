import type { Ctx } from "~/platform/command";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { ok, type Result, refuse } from "~/platform/result";
import { checkPassword } from "../password.server";
import { stepTicket } from "../second-factor.server";
import { bookSignInTry, forgetTries, LOCKED, recordFailure, returnTry } from "../tries.server";

/**
 * Checks an e-mail address and a password. Goes in: both as typed (the address in lower case). Comes out: the person, and
 * the ticket of the second step for one who has set it up (null: nothing more is asked).
 * Refuses in the same words and after the same work whether or not the account exists; after five failures the address
 * is locked for fifteen minutes, account or not, and an existing person is told by mail. With a second step a right
 * password forgives no earlier failure. Somebody the operator keeps out is told so once the password was right. House rule.
 */
export const signIn = async (
  ctx: Ctx,
  input: { email: string; password: string },
): Promise<Result<{ personId: string; ticket: string | null }>> => {
  const emailHash = lookupHash("person.email", input.email);
  const person = await read.person.findUnique({ where: { emailHash } });
  const booked = await bookSignInTry(emailHash, ctx.clock.now());
  const right = await checkPassword(person?.passwordHash ?? null, input.password);
  if (booked.kind === "locked") return LOCKED;
  if (!person || !right) {
    await inTransaction((tx) => recordFailure(tx, ctx, { person, emailHash, step: "password" }, booked));
    return booked.locksWhenWrong ? LOCKED : refuse("invalid", "identity.errors.wrongSignIn");
  }
  const ticket = await inTransaction(async (tx) => {
    const needed = person.lockedAt ? null : await stepTicket(tx, ctx, person);
    if (needed) await returnTry(tx, emailHash, booked);
    else await forgetTries(tx, emailHash);
    if (person.lockedAt || needed) {
      await record(tx, ctx, {
        subject: { type: "person", id: person.id },
        name: person.lockedAt ? "person.kept_out" : "person.password_accepted",
        payload: {},
        audience: [],
      });
    }
    return needed;
  });
  if (person.lockedAt) return refuse("forbidden", "identity.errors.keptOut");
  return ok({ personId: person.id, ticket });
};
