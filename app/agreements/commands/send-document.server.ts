import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { lapseAfter, move, ownDocument, saveDocument, turnOf } from "../agreement-work.server";
import { partyName } from "../rules/content";

/**
 * Passes the baton: the next party that has not approved (or the one named) is asked to approve or answer with changes,
 * within five working days. Goes in: the document, the version read, a note. Comes out: whose turn it is. Refuses whoever
 * does not hold it.
 */
export const sendDocument = (
  ctx: MemberCtx,
  documentId: string,
  input: { version: number; note?: string; to?: string },
): Promise<Result<{ to: string }>> =>
  decide(async (tx) => {
    const { document, agreement, facts, content } = await ownDocument(tx, ctx, documentId, input.version);
    const at = ctx.clock.now();
    const today = civilDate(at);
    const moved = move(facts, {
      action: "send",
      by: ctx.actor.organizationId,
      today,
      ...(input.to ? { to: input.to } : {}),
    });
    const to = moved.holderId ?? "";
    const turn = turnOf(to, at);
    if (!agreement.sentAt) await tx.agreement.update({ where: { id: agreement.id }, data: { sentAt: at } });
    await saveDocument(
      tx,
      document,
      {
        state: moved.state,
        lapsesOn: lapseAfter("negotiating", today),
        sentAt: document.sentAt ?? at,
        ...turn,
      },
      at,
    );
    const told = {
      title: content.title,
      by: ctx.actor.organization.name,
      to: partyName(content, to),
      due: turn.batonDue ?? "",
    };
    const eventId = await recordAgreement(tx, ctx, agreement.id, "agreement.sent", {
      ...told,
      documentId,
      number: document.number,
      note: input.note ?? null,
    });
    await enqueue(
      tx,
      ctx,
      await agreementMails(tx, {
        kind: "sent",
        key: eventId,
        to: [to],
        values: told,
        quote: input.note ?? null,
        link: `/agreements/${agreement.id}`,
      }),
    );
    return { to };
  });
