import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { move, ownDocument, saveDocument } from "../agreement-work.server";

/**
 * Confirms that another party's scan is the paper they signed: from then on it counts, with its weaker mark. Goes in: the
 * document and the signature's id. Comes out: the document's state. Refuses one's own scan and one decided before.
 */
export const confirmPaper = (
  ctx: MemberCtx,
  documentId: string,
  signatureId: string,
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { document, agreement, facts } = await ownDocument(tx, ctx, documentId, null);
    const signature = await tx.agreementSignature.findFirst({
      where: { id: signatureId, documentId, round: document.round, method: "paper" },
    });
    if (!signature) return reject({ code: "not_found", key: "errors.notFound" });
    if (signature.organizationId === ctx.actor.organizationId)
      return reject({ code: "forbidden", key: "agreements.errors.ownPaper" });
    if (signature.confirmedAt) return reject({ code: "blocked", key: "agreements.refused.already_signed" });
    const at = ctx.clock.now();
    const moved = move(facts, {
      action: "sign",
      by: signature.organizationId,
      signatoryId: signature.signatoryId,
      today: civilDate(at),
    });
    await tx.agreementSignature.update({
      where: { id: signatureId },
      data: { confirmedAt: at, confirmedById: ctx.actor.organizationId },
    });
    await saveDocument(
      tx,
      document,
      { state: moved.state, ...(moved.state === "signed" ? { signedAt: at } : {}) },
      at,
    );
    const signed = moved.signers.filter((one) => one.signed).length;
    await recordAgreement(tx, ctx, agreement.id, "agreement.paper_confirmed", {
      documentId,
      scan: signature.scanSha256,
      by: ctx.actor.organization.name,
      signed,
      total: moved.signers.length,
    });
    if (moved.state === "signed")
      await enqueue(tx, ctx, [
        { kind: "agreement.seal", key: `agreement.seal:${documentId}`, payload: { documentId } },
      ]);
    return { state: moved.state };
  });
