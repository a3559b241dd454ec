import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { lapseAfter, move, ownDocument, saveDocument, turnOf } from "../agreement-work.server";

/**
 * Approves the version on the table for one's organization. When every party approved it, it is ready to be signed.
 * Goes in: the document and the version of it that was read. Comes out: its state. Refuses a second approval, one outside
 * negotiation, and a text with findings that stop it. Approval is not a signature: any later edit takes it back.
 */
export const approveDocument = (
  ctx: MemberCtx,
  documentId: string,
  input: { version: number },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { document, agreement, facts, content } = await ownDocument(tx, ctx, documentId, input.version);
    const at = ctx.clock.now();
    const today = civilDate(at);
    const mine = ctx.actor.organizationId;
    const moved = move(facts, { action: "approve", by: mine, today });
    const approval = {
      number: document.number,
      personId: ctx.actor.personId,
      name: ctx.actor.name,
      createdAt: at,
    };
    await tx.agreementApproval.upsert({
      where: { documentId_organizationId: { documentId, organizationId: mine } },
      create: { documentId, organizationId: mine, ...approval },
      update: approval,
    });
    const turn = moved.holderId === document.batonId ? {} : turnOf(moved.holderId, at);
    const lapse = moved.state === "approved" ? { lapsesOn: lapseAfter("approved", today) } : {};
    await saveDocument(tx, document, { state: moved.state, ...turn, ...lapse }, at);
    const told = { title: content.title, by: ctx.actor.organization.name, due: lapse.lapsesOn ?? "" };
    const eventId = await recordAgreement(tx, ctx, agreement.id, "agreement.approved", {
      ...told,
      documentId,
      number: document.number,
      all: moved.state === "approved",
    });
    if (moved.state === "approved") {
      const others = facts.partyIds.filter((id) => id !== mine);
      await enqueue(
        tx,
        ctx,
        await agreementMails(tx, {
          kind: "approved",
          key: eventId,
          to: others,
          values: told,
          link: `/agreements/${agreement.id}`,
        }),
      );
    }
    return { state: moved.state };
  });
