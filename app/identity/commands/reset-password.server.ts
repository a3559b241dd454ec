import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, type Result, refuse } from "~/platform/result";
import { lookAtLink, takeLink } from "../links.server";
import { passwordChangedMail } from "../mails.server";
import { hashPassword } from "../password.server";
import { keepPassword, usedBefore, wasUsedBefore } from "../password-history.server";
import { passwordProblem } from "../rules/password-policy";
import { stepTicket } from "../second-factor.server";

const DEAD = refuse("not_found", "identity.errors.linkDead");

/**
 * Sets a new password by the link that was mailed. Goes in: the link's token and the password. Comes out: the person,
 * whose sessions have all ended and whose lock for failures, if any, is lifted, and the ticket of the second step for one
 * who has set it up: a mailbox alone does not open such an account. Refuses a link that is unknown, used, replaced or
 * older than an hour, a password the policy does not take, and one of the last five.
 */
export const resetPassword = async (
  ctx: Ctx,
  input: { token: string; password: string },
): Promise<Result<{ personId: string; ticket: string | null }>> => {
  const link = await lookAtLink(input.token, "reset", ctx.clock.now());
  if (!link) return DEAD;
  const problem = passwordProblem(input.password, [link.email]);
  if (problem) return invalidField("password", problem.key, problem.values);
  const holder = link.personId && (await read.person.findUnique({ where: { id: link.personId } }));
  if (!holder) return DEAD;
  if (await wasUsedBefore(holder, input.password)) return usedBefore();
  const passwordHash = await hashPassword(input.password);
  return decide(async (tx) => {
    const { personId, emailHash } = await takeLink(tx, ctx, input.token, "reset");
    const person = personId && (await tx.person.findUnique({ where: { id: personId } }));
    if (!person) return reject(DEAD.refusal);
    await keepPassword(tx, ctx, person);
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
    return { personId: person.id, ticket: await stepTicket(tx, ctx, person) };
  });
};
