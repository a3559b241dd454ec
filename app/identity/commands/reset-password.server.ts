import type { Ctx } from "~/platform/command";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, type Result, refuse } from "~/platform/result";
import { lookAtLink, takeLink } from "../links.server";
import { passwordChangedMail } from "../mails.server";
import { hashPassword } from "../password.server";
import { passwordProblem } from "../rules/password-policy";

const DEAD = refuse("not_found", "identity.errors.linkDead");

/**
 * Sets a new password by the link that was mailed. Goes in: the link's token and the password. Comes out: the person,
 * whose sessions have all ended and whose lock, if any, is lifted. Refuses a link that is unknown, used, replaced or
 * older than an hour, and a password the policy does not take.
 */
export const resetPassword = async (
  ctx: Ctx,
  input: { token: string; password: string },
): Promise<Result<{ personId: string }>> => {
  const link = await lookAtLink(input.token, "reset", ctx.clock.now());
  if (!link) return DEAD;
  const problem = passwordProblem(input.password, [link.email]);
  if (problem) return invalidField("password", problem.key, problem.values);
  const passwordHash = await hashPassword(input.password);
  return decide(async (tx) => {
    const { personId, emailHash } = await takeLink(tx, ctx, input.token, "reset");
    const person = personId && (await tx.person.findUnique({ where: { id: personId } }));
    if (!person) return reject(DEAD.refusal);
    await tx.person.update({
      where: { id: person.id },
      data: { passwordHash, passwordChangedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    const ended = await tx.session.deleteMany({ where: { personId: person.id } });
    await tx.signInTry.deleteMany({ where: { emailHash } });
    const eventId = await record(tx, ctx, {
      subject: { type: "person", id: person.id },
      name: "person.password_reset",
      payload: { endedSessions: ended.count },
      audience: [],
    });
    await enqueue(tx, ctx, [passwordChangedMail(person, eventId)]);
    return { personId: person.id };
  });
};
