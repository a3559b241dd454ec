import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { move, ownDocument, saveDocument, turnOf } from "../agreement-work.server";

/**
 * Ends a document that is not signed by all: a draft by its drafter, a negotiation or signing by any party with a reason.
 * Every version stays readable. Goes in: the document, the version read, the reason. Comes out: its state.
 */
export const withdrawDocument = (
  ctx: MemberCtx,
  documentId: string,
  input: { version: number; reason?: string },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { document, agreement, facts, content } = await ownDocument(tx, ctx, documentId, input.version);
    const at = ctx.clock.now();
    const mine = ctx.actor.organizationId;
    const reason = input.reason ?? "";
    const moved = move(facts, { action: "withdraw", by: mine, today: civilDate(at), reason });
    await tx.agreementApproval.deleteMany({ where: { documentId } });
    await saveDocument(
      tx,
      document,
      { state: moved.state, lapsesOn: null, endReason: reason || null, ...turnOf(null, at) },
      at,
    );
    const told = { title: content.title, by: ctx.actor.organization.name };
    const eventId = await recordAgreement(tx, ctx, agreement.id, "agreement.withdrawn", {
      ...told,
      documentId,
      reason,
    });
    if (document.state !== "draft") {
      const others = facts.partyIds.filter((id) => id !== mine);
      await enqueue(
        tx,
        ctx,
        await agreementMails(tx, {
          kind: "withdrawn",
          key: eventId,
          to: others,
          values: told,
          quote: reason,
          link: `/agreements/${agreement.id}`,
        }),
      );
    }
    return { state: moved.state };
  });
