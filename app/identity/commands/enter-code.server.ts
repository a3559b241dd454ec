import type { Ctx } from "~/platform/command";
import { decide } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, ok, type Refusal, type Result, refuse } from "~/platform/result";
import { lookAtLink, takeLink } from "../links.server";
import { recoveryUsedMail } from "../mails.server";
import { type CodeKind, codesLeft, spendCode } from "../second-factor.server";
import { bookTryIn, forgetTries, LOCKED, recordFailure } from "../tries.server";

const DEAD = refuse("not_found", "identity.errors.stepDead");

type Answer = { personId: string; by: CodeKind } | { refusal: Refusal };

/**
 * The second step of signing in. Goes in: the ticket a right password gave and the code as typed (six digits of the
 * authenticator, or a recovery code). Comes out: the person and which kind of code it was. Refuses a dead ticket (not
 * found: start again), a wrong or used code beside its field, and a locked address; wrong codes count with wrong
 * passwords, five lock for fifteen minutes. Everybody is told by mail when a recovery code was used.
 */
export const enterCode = async (
  ctx: Ctx,
  input: { ticket: string; code: string },
): Promise<Result<{ personId: string; by: CodeKind }>> => {
  const now = ctx.clock.now();
  const link = await lookAtLink(input.ticket, "second_step", now);
  if (!link?.personId) return DEAD;
  const { personId, emailHash } = link;
  const outcome = await decide(async (tx): Promise<Answer> => {
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    const booked = await bookTryIn(tx, emailHash, now);
    if (booked.kind === "locked") return { refusal: LOCKED.refusal };
    const by = await spendCode(tx, personId, input.code, now);
    if (!by) {
      await recordFailure(tx, ctx, { person, emailHash, step: "code" }, booked);
      const wrong = invalidField("code", "identity.errors.wrongCode");
      return { refusal: booked.locksWhenWrong ? LOCKED.refusal : wrong.refusal };
    }
    await takeLink(tx, ctx, input.ticket, "second_step");
    await forgetTries(tx, emailHash);
    if (person.lockedAt) return { refusal: refuse("forbidden", "identity.errors.keptOut").refusal };
    if (by === "recovery") {
      const left = await codesLeft(tx, personId);
      await enqueue(tx, ctx, [recoveryUsedMail(person, { linkId: link.id, left })]);
    }
    return { personId, by };
  });
  if (!outcome.ok) return outcome.refusal.code === "not_found" ? DEAD : outcome;
  return "refusal" in outcome.value ? { ok: false, refusal: outcome.value.refusal } : ok(outcome.value);
};
