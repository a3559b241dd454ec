import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { enquiryMails } from "../enquiry-mails.server";
import { type EnquiryState, moveOf } from "../rules/enquiry-lifecycle";

const AT_ONCE = 100;

/**
 * Reminds, once in each turn, whoever has left an enquiry unanswered for half of its time; the mail carries the link to
 * answer. Goes in: the clock. Comes out: how many were reminded, at most 100 at a time. Running it again does nothing.
 */
export const remindEnquiries = async (clock: Clock): Promise<number> => {
  const due = await read.enquiry.findMany({
    where: { state: "open", remindAt: { lte: clock.now() }, remindedAt: null },
    orderBy: { remindAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let reminded = 0;
  for (const { id } of due) {
    const ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    reminded += await inTransaction(async (tx) => {
      const enquiry = await tx.enquiry.findUnique({ where: { id } });
      if (!enquiry?.batonId || !enquiry.waiterId) return 0;
      const at = clock.now();
      const facts = { ...enquiry, state: enquiry.state as EnquiryState };
      if (!moveOf(facts, "remind", "clock", at, civilDate(at)).allowed) return 0;
      // The version stays: a reminder must not turn the answer somebody is typing into a conflict.
      await tx.enquiry.update({ where: { id }, data: { remindedAt: at, remindAt: null } });
      const waiter = await tx.organization.findUnique({
        where: { id: enquiry.waiterId },
        select: { name: true },
      });
      const told = { subject: enquiry.subject, by: waiter?.name ?? "", replyBy: enquiry.replyBy };
      await record(tx, ctx, {
        subject: { type: "enquiry", id },
        name: "enquiry.reminded",
        payload: { subject: enquiry.subject, replyBy: enquiry.replyBy },
        audience: [enquiry.batonId],
      });
      const letter = {
        kind: "reminder",
        key: `${id}:${enquiry.version}`,
        toOrganizationId: enquiry.batonId,
      } as const;
      await enqueue(tx, ctx, await enquiryMails(tx, { ...letter, values: told, link: `/enquiries/${id}` }));
      return 1;
    });
  }
  return reminded;
};
