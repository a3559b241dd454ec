import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { lapseAfter, move, ownDocument, saveDocument, turnOf } from "../agreement-work.server";

/**
 * Refuses to sign, with a reason. The text stays as it is and goes back to negotiation, its turn with the one who
 * refused: nothing has to be typed again; approvals and the signatures of this round are void. Every party is told.
 */
export const refuseSigning = (
  ctx: MemberCtx,
  documentId: string,
  input: { version: number; reason: string },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { document, agreement, facts, content } = await ownDocument(tx, ctx, documentId, input.version);
    const at = ctx.clock.now();
    const mine = ctx.actor.organizationId;
    const moved = move(facts, { action: "refuse", by: mine, today: civilDate(at), reason: input.reason });
    await tx.agreementApproval.deleteMany({ where: { documentId } });
    await saveDocument(
      tx,
      document,
      {
        state: moved.state,
        frozenNumber: null,
        frozen: null,
        digest: null,
        lapsesOn: lapseAfter("negotiating", civilDate(at)),
        ...turnOf(mine, at),
      },
      at,
    );
    const told = { title: content.title, by: ctx.actor.organization.name };
    const voided = facts.signers.filter((one) => one.signed).length;
    const eventId = await recordAgreement(tx, ctx, agreement.id, "agreement.refused", {
      ...told,
      documentId,
      reason: input.reason,
      voided,
    });
    const others = facts.partyIds.filter((id) => id !== mine);
    await enqueue(
      tx,
      ctx,
      await agreementMails(tx, {
        kind: "refused",
        key: eventId,
        to: others,
        values: told,
        quote: input.reason,
        link: `/agreements/${agreement.id}`,
      }),
    );
    return { state: moved.state };
  });
