import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { move, ownDocument, saveDocument } from "../agreement-work.server";
import { type Authority, statementText } from "../rules/signature";

/**
 * Brings in a paper that one of our signatories signed elsewhere. It is no electronic signature and says so: it counts
 * once another party confirms the scan. Goes in: the document, the signatory, the digest printed on the paper and the
 * scan. Comes out: the signature's id. The time is when it arrived, whatever the paper says.
 */
export const uploadPaper = async (
  ctx: MemberCtx,
  documentId: string,
  input: { signatoryId: string; digest: string },
  file: ReceivedFile,
): Promise<Result<{ id: string }>> => {
  const stored = await putFile(file.bytes);
  return decide(async (tx) => {
    const { document, agreement, facts, content } = await ownDocument(tx, ctx, documentId, null);
    const mine = ctx.actor.organizationId;
    const signatory = await tx.agreementSignatory.findFirst({
      where: { id: input.signatoryId, agreementId: agreement.id, organizationId: mine, revokedAt: null },
    });
    if (!signatory) return reject({ code: "not_found", key: "errors.notFound" });
    const at = ctx.clock.now();
    move(facts, { action: "sign", by: mine, signatoryId: signatory.id, today: civilDate(at) });
    if (!document.digest || document.digest !== input.digest)
      return reject({ code: "conflict", key: "agreements.errors.digest" });
    const id = newId(at.getTime());
    const fileId = await attachFile(tx, {
      stored,
      name: file.name,
      mediaType: file.mediaType,
      subject: { type: "agreement", id: agreement.id },
      organizationId: mine,
      uploadedBy: ctx.actor.personId,
      at,
    });
    await tx.agreementSignature.deleteMany({
      where: {
        documentId,
        round: document.round,
        signatoryId: signatory.id,
        method: "paper",
        confirmedAt: null,
      },
    });
    await tx.agreementSignature.create({
      data: {
        id,
        documentId,
        round: document.round,
        organizationId: mine,
        signatoryId: signatory.id,
        method: "paper",
        statement: statementText({
          form: 1,
          digest: document.digest,
          documentId,
          organizationId: mine,
          organizationName: ctx.actor.organization.name,
          signatoryId: signatory.id,
          signatoryName: signatory.name,
          position: signatory.position,
          authority: signatory.authority as Authority,
          consent: translatorFor("zh-CN").room("agreements")("sign.paperConsent"),
          at: at.toISOString(),
        }),
        scanFileId: fileId,
        scanSha256: stored.sha256,
        signedAt: at,
      },
    });
    await saveDocument(tx, document, {}, at);
    const told = { title: content.title, by: ctx.actor.organization.name };
    const eventId = await recordAgreement(tx, ctx, agreement.id, "agreement.paper_uploaded", {
      ...told,
      documentId,
      signatory: signatory.name,
      scan: stored.sha256,
    });
    const others = facts.partyIds.filter((one) => one !== mine);
    await enqueue(
      tx,
      ctx,
      await agreementMails(tx, {
        kind: "paper",
        key: eventId,
        to: others,
        values: told,
        link: `/agreements/${agreement.id}/sign?document=${documentId}`,
      }),
    );
    return { id };
  });
};
