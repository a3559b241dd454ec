import type { Ctx } from "~/platform/command";
import { lookupHash } from "~/platform/crypto/fields.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { ok, type Result } from "~/platform/result";
import { issueLink } from "../links.server";
import { resetMail } from "../mails.server";

/** Links one account may ask for within an hour: enough for a lost mail, too few to flood a mailbox. House rule. */
const PER_HOUR = 5;

/**
 * Promises a link to choose a new password. Goes in: an e-mail address. Comes out: always the same, so that nobody
 * learns whether it has an account; only an existing one is sent a mail. A new link ends the earlier ones.
 */
export const requestPasswordReset = async (ctx: Ctx, input: { email: string }): Promise<Result<null>> => {
  const emailHash = lookupHash("person.email", input.email);
  const now = ctx.clock.now();
  await inTransaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { emailHash } });
    await record(tx, ctx, {
      subject: person ? { type: "person", id: person.id } : { type: "sign_in", id: emailHash },
      name: "person.reset_requested",
      payload: {},
      audience: [],
    });
    if (!person) return;
    const asked = await tx.linkToken.count({
      where: {
        personId: person.id,
        purpose: "reset",
        createdAt: { gt: new Date(now.getTime() - 3_600_000) },
      },
    });
    if (asked >= PER_HOUR) return;
    await tx.linkToken.updateMany({
      where: { personId: person.id, purpose: "reset", usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    const link = await issueLink(tx, ctx, "reset", {
      email: input.email,
      language: person.language,
      personId: person.id,
    });
    await enqueue(tx, ctx, [resetMail(person, link.id, link.token)]);
  });
  return ok(null);
};
