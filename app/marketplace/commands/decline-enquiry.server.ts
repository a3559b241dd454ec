import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { enquiryMails } from "../enquiry-mails.server";
import type { DeclineEnquiry } from "../enquiry-schema";
import { countAnswer, ended, enquiryToMove, otherParty, saveEnquiry } from "../enquiry-thread.server";
import { addDemand, declineDemand } from "../keep-demand.server";

/**
 * Declines with a coded reason, which the other side is told: a clear no is an answer and counts as one. What it
 * leaves unmet is counted in codes. Goes in: id,
 * version, reason, and a note where the reason is "other". Comes out: the id. Refuses as `replyToEnquiry`.
 */
export const declineEnquiry = (
  ctx: MemberCtx,
  id: string,
  input: DeclineEnquiry,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const enquiry = await enquiryToMove(tx, ctx, id, input.version, "decline");
    const at = ctx.clock.now();
    const mine = ctx.actor.organizationId;
    const other = otherParty(enquiry, mine);
    const note = input.declineNote ?? null;
    const answered = await countAnswer(tx, enquiry, at);
    await saveEnquiry(tx, enquiry, {
      ...ended("declined", at),
      ...answered,
      declineReason: input.reason,
      declineNote: note,
    });
    await addDemand(tx, civilDate(at), await declineDemand(tx, enquiry, input.reason));
    const told = { subject: enquiry.subject, by: ctx.actor.organization.name };
    await record(tx, ctx, {
      subject: { type: "enquiry", id },
      name: "enquiry.declined",
      payload: { ...told, reason: input.reason },
      audience: [mine, other],
    });
    const mails = await enquiryMails(tx, {
      kind: "declined",
      key: id,
      toOrganizationId: other,
      values: told,
      worded: { reason: `decline.${input.reason}` },
      ...(note ? { quote: note } : {}),
      link: `/enquiries/${id}`,
    });
    await enqueue(tx, ctx, mails);
    return { id };
  });
