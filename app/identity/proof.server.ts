import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import type { PersonCtx } from "./actor";
import { checkPassword } from "./password.server";
import { bookSignInTry, forgetTries, LOCKED, recordFailure } from "./tries.server";

export type Proof = { password: string; code: string };

export type Proved = { id: string; emailSealed: string; language: string; version: number };

/**
 * Does something that takes the password and a code of one's own. Goes in: both as typed, how the code is checked, the
 * work, and the word key for a wrong code. Comes out: the work's value. Refuses beside the wrong field; wrong passwords and codes count with those of
 * signing in.
 */
export const withProof = async <T>(
  ctx: PersonCtx,
  given: Proof,
  isRight: (tx: Tx, person: Proved) => Promise<boolean>,
  work: (tx: Tx, person: Proved) => Promise<T>,
  wrongCode = "identity.errors.wrongCode",
): Promise<Result<T>> => {
  const person = await read.person.findUnique({ where: { id: ctx.actor.personId } });
  if (!person) return notFound();
  const { emailHash } = person;
  const wrong = invalidField("code", wrongCode);
  const booked = await bookSignInTry(emailHash, ctx.clock.now());
  if (booked.kind === "locked") return LOCKED;
  const fail = async (step: "password" | "code") => {
    await inTransaction((tx) => recordFailure(tx, ctx, { person, emailHash, step }, booked));
    if (booked.locksWhenWrong) return LOCKED;
    return step === "code" ? wrong : invalidField("password", "identity.errors.wrongCurrent");
  };
  if (!(await checkPassword(person.passwordHash, given.password))) return fail("password");
  const outcome = await decide(async (tx) => {
    if (!(await isRight(tx, person))) reject(wrong.refusal);
    await forgetTries(tx, emailHash);
    return work(tx, person);
  });
  return !outcome.ok && outcome.refusal === wrong.refusal ? fail("code") : outcome;
};
