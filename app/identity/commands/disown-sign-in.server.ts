import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { issueLink } from "../links.server";
import { emailOf, resetMail } from "../mails.server";
import { keepPassword } from "../password-history.server";

/**
 * "This was not me." Goes in: the id of one of one's own recorded sign-ins. Every session ends, this one too; browsers
 * known so far are forgotten; the password stops working, and the link to choose a new one is mailed. Refuses (not found)
 * what is no sign-in of one's own.
 */
export const disownSignIn = (ctx: PersonCtx, input: { signIn: string }): Promise<Result<null>> =>
  decide(async (tx) => {
    const { personId } = ctx.actor;
    const seen = await tx.event.findFirst({
      where: { id: input.signIn, subjectType: "person", subjectId: personId, name: "person.signed_in" },
      select: { id: true },
    });
    const person = seen && (await tx.person.findUnique({ where: { id: personId } }));
    if (!person) return reject({ code: "not_found", key: "errors.notFound" });
    await keepPassword(tx, ctx, person);
    await tx.person.update({
      where: { id: personId },
      data: { passwordHash: null, version: { increment: 1 } },
    });
    const ended = await tx.session.deleteMany({ where: { personId } });
    await tx.knownDevice.deleteMany({ where: { personId } });
    await tx.linkToken.updateMany({
      where: { personId, purpose: { in: ["reset", "second_step"] }, usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock.now() },
    });
    const { language } = person;
    const link = await issueLink(tx, ctx, "reset", { email: emailOf(person), language, personId });
    await record(tx, ctx, {
      subject: { type: "person", id: personId },
      name: "person.sign_in_disowned",
      payload: { signIn: input.signIn, endedSessions: ended.count },
      audience: [],
    });
    await enqueue(tx, ctx, [resetMail(person, link.id, link.token)]);
    return null;
  });
