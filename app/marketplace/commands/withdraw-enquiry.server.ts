import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { enquiryMails } from "../enquiry-mails.server";
import { ended, enquiryToMove, otherParty, saveEnquiry } from "../enquiry-thread.server";

/**
 * Takes an enquiry back; only the side that opened it may, whoever holds the baton. A turn cut short this way counts
 * for nobody. Goes in: id and version. Comes out: the id. Refuses the other side, a viewer, and a version somebody moved on.
 */
export const withdrawEnquiry = (
  ctx: MemberCtx,
  id: string,
  version: number,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const enquiry = await enquiryToMove(tx, ctx, id, version, "withdraw");
    const at = ctx.clock.now();
    const mine = ctx.actor.organizationId;
    const other = otherParty(enquiry, mine);
    await saveEnquiry(tx, enquiry, ended("withdrawn", at));
    const told = { subject: enquiry.subject, by: ctx.actor.organization.name };
    await record(tx, ctx, {
      subject: { type: "enquiry", id },
      name: "enquiry.withdrawn",
      payload: told,
      audience: [mine, other],
    });
    const letter = { kind: "withdrawn", key: id, toOrganizationId: other, values: told } as const;
    await enqueue(tx, ctx, await enquiryMails(tx, { ...letter, link: `/enquiries/${id}` }));
    return { id };
  });
