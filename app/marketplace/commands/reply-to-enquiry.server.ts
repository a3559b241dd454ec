import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { enquiryMails } from "../enquiry-mails.server";
import type { ReplyToEnquiry } from "../enquiry-schema";
import {
  addMessage,
  countAnswer,
  enquiryToMove,
  otherParty,
  saveEnquiry,
  storeFiles,
  turnFor,
} from "../enquiry-thread.server";

/**
 * Answers with a message and passes the baton: the other side's reply-by date starts anew. Goes in: the enquiry's id,
 * the version that was read, the message, files, and other terms if they are put forward. Comes out: the id. Refuses
 * what is not one's own (not found), a viewer, whoever does not hold the baton, and a version somebody moved on.
 */
export const replyToEnquiry = async (
  ctx: MemberCtx,
  id: string,
  input: ReplyToEnquiry,
  files: readonly ReceivedFile[] = [],
): Promise<Result<{ id: string }>> => {
  const stored = await storeFiles(files);
  return decide((tx) => {
    const { submissionKey, ...fields } = input;
    const asked = { id, ...fields, files: stored.map((file) => file.stored.sha256) };
    return once(tx, ctx, submissionKey, asked, async () => {
      const enquiry = await enquiryToMove(tx, ctx, id, input.version, "reply");
      const at = ctx.clock.now();
      if (input.changeTerms && input.endsOn && input.endsOn < civilDate(at)) {
        reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: "endsOn", key: "enquiries.errors.past" }],
        });
      }
      const mine = ctx.actor.organizationId;
      const other = otherParty(enquiry, mine);
      const terms = input.changeTerms
        ? {
            seats: input.seats ?? null,
            startsOn: input.startsOn ?? null,
            endsOn: input.endsOn ?? null,
            termsById: mine,
          }
        : {};
      const answered = await countAnswer(tx, enquiry, at);
      const turn = turnFor(other, mine, enquiry.replyDays, at);
      await saveEnquiry(tx, enquiry, { ...turn, ...terms, ...answered });
      const messageId = await addMessage(tx, ctx, id, input.message, stored);
      const told = { subject: enquiry.subject, by: ctx.actor.organization.name, replyBy: turn.replyBy };
      await record(tx, ctx, {
        subject: { type: "enquiry", id },
        name: input.changeTerms ? "enquiry.terms_changed" : "enquiry.replied",
        payload: { ...told, ...terms },
        audience: [mine, other],
      });
      const letter = { kind: "replied", key: messageId, toOrganizationId: other, values: told } as const;
      await enqueue(
        tx,
        ctx,
        await enquiryMails(tx, { ...letter, quote: input.message, link: `/enquiries/${id}` }),
      );
      return { id };
    });
  });
};
