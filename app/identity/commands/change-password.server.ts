import { read } from "~/platform/db/client.server";
import { decide, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { emailOf, passwordChangedMail } from "../mails.server";
import { checkPassword, hashPassword } from "../password.server";
import { keepPassword, usedBefore, wasUsedBefore } from "../password-history.server";
import { passwordProblem } from "../rules/password-policy";

/**
 * Changes one's own password. Goes in: the current and the new one. Comes out: how many other sessions ended; this one
 * stays. Refuses a wrong current password, one the policy does not take, the same one again,
 * and one of the last five.
 */
export const changePassword = async (
  ctx: PersonCtx,
  input: { current: string; password: string },
): Promise<Result<{ endedSessions: number }>> => {
  const person = await read.person.findUnique({ where: { id: ctx.actor.personId } });
  if (!person) return notFound();
  if (!(await checkPassword(person.passwordHash, input.current))) {
    return invalidField("current", "identity.errors.wrongCurrent");
  }
  if (input.current === input.password) return invalidField("password", "identity.errors.passwordSame");
  const problem = passwordProblem(input.password, [emailOf(person), person.name]);
  if (problem) return invalidField("password", problem.key, problem.values);
  if (await wasUsedBefore(person, input.password)) return usedBefore();
  const passwordHash = await hashPassword(input.password);
  return decide(async (tx) => {
    const changed = await tx.person.updateMany({
      where: { id: person.id, version: person.version },
      data: { passwordHash, passwordChangedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    if (changed.count === 0) return stale();
    await keepPassword(tx, ctx, person);
    const ended = await tx.session.deleteMany({
      where: { personId: person.id, publicId: { not: ctx.actor.sessionPublicId } },
    });
    const eventId = await record(tx, ctx, {
      subject: { type: "person", id: person.id },
      name: "person.password_changed",
      payload: { endedSessions: ended.count },
      audience: [],
    });
    await enqueue(tx, ctx, [passwordChangedMail(person, eventId)]);
    return { endedSessions: ended.count };
  });
};
