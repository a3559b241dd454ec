import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement } from "../agreement-work.server";
import { reminderOf } from "../reminders.server";

/**
 * Reminds the parties an agreement waits for: a letter to the people who act for them, and an entry in its story. Goes in:
 * the agreement. Comes out: how many parties were reminded. Refuses when it waits for nobody else, and a second reminder
 * within two working days ("limited", with the date from which it may be sent).
 */
export const remindParty = (ctx: MemberCtx, agreementId: string): Promise<Result<{ reminded: number }>> =>
  decide(async (tx) => {
    const agreement = await ownAgreement(tx, ctx, agreementId);
    const mine = ctx.actor.organizationId;
    const today = civilDate(ctx.clock.now());
    const reminder = await reminderOf(tx, agreement, mine, today);
    if (!reminder) return reject({ code: "blocked", key: "agreements.errors.nobodyToRemind" });
    if (reminder.nextOn > today)
      return reject({
        code: "limited",
        key: "agreements.errors.remindedLately",
        values: { date: reminder.nextOn },
      });
    const parties = await tx.organization.findMany({
      where: { id: { in: reminder.to } },
      select: { name: true },
    });
    const told = {
      title: agreement.title,
      by: ctx.actor.organization.name,
      to: parties.map((one) => one.name).join("、"),
    };
    const eventId = await recordAgreement(tx, ctx, agreementId, "agreement.reminded", {
      ...told,
      about: reminder.kind,
      what: reminder.what,
    });
    await enqueue(
      tx,
      ctx,
      await agreementMails(tx, {
        kind: "reminded",
        key: eventId,
        to: reminder.to,
        values: told,
        quote: reminder.what || null,
        link: `/agreements/${agreementId}`,
      }),
    );
    return { reminded: reminder.to.length };
  });
