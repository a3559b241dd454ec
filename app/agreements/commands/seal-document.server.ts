import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { attachFile, dropFile, putFile, readStoredFile } from "~/platform/files/store.server";
import { log } from "~/platform/log/log.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { refreshParties } from "../agreement-work.server";
import { chainOf, keysOf, signaturesOf } from "../evidence.server";
import { renderAgreementPdf } from "../pdf/render.server";
import { type Frozen, sha256 } from "../rules/freeze";
import { sealOf, sealText } from "../rules/seal";
import { type Statement, signText } from "../rules/signature";
import { keyOf, privateHalf } from "../signing-keys.server";
import { takeEffect } from "../take-effect.server";

export type SealStep = "begun" | "drawn" | "stored" | "kept" | "read" | "sealing" | "sealed";

const PLATFORM = "platform";

const storedPdf = async (fileId: string | null): Promise<Buffer | null> => {
  if (!fileId) return null;
  const file = await read.storedFile.findUnique({ where: { id: fileId } });
  return file ? readStoredFile(file.storageKey).catch(() => null) : null;
};

const drawPdf = async (
  ctx: Ctx,
  documentId: string,
  frozen: Frozen,
  digest: string,
  round: number,
  lost: string | null,
  step: (at: SealStep) => void,
) => {
  const signatures = await signaturesOf(read, { id: documentId, round });
  const events = await chainOf(read, frozen.agreementId, 500);
  const pdf = await renderAgreementPdf({
    frozen,
    digest,
    signatures: signatures.map((one) => ({ ...one, statement: JSON.parse(one.statement) as Statement })),
    events: events.map((one) => ({
      sequence: one.sequence,
      at: new Date(one.at),
      name: one.name,
      who: (JSON.parse(one.actor) as { name: string }).name,
    })),
  });
  step("drawn");
  const stored = await putFile(pdf);
  step("stored");
  const at = ctx.clock.now();
  const kept = await inTransaction(async (tx) => {
    const free = await tx.agreementDocument.updateMany({
      where: { id: documentId, state: "signed", pdfFileId: lost },
      data: { pdfSha256: stored.sha256 },
    });
    if (free.count === 0) return false;
    const fileId = await attachFile(tx, {
      stored,
      name: `${frozen.code}.pdf`,
      mediaType: "application/pdf",
      subject: { type: "agreement", id: frozen.agreementId },
      organizationId: null,
      uploadedBy: PLATFORM,
      at,
    });
    if (lost) await tx.storedFile.deleteMany({ where: { id: lost } });
    await tx.agreementDocument.update({ where: { id: documentId }, data: { pdfFileId: fileId } });
    return true;
  });
  if (!kept) await dropFile(stored.storageKey);
  step("kept");
};

/**
 * Seals a document whose last party has signed: draws the PDF, stores it, then in one transaction signs the seal with the
 * platform's key, lets the text take effect and tells the parties. Goes in: the document's id; `step` is called between
 * the steps. May be stopped anywhere and called again: what is there already is used, so there is one PDF and one seal; a
 * PDF whose file was lost before the seal is drawn anew.
 */
export const sealDocument = async (
  ctx: Ctx,
  documentId: string,
  step: (at: SealStep) => void = () => {},
): Promise<"sealed" | "nothing_to_do"> => {
  const document = await read.agreementDocument.findUnique({ where: { id: documentId } });
  if (!document || document.state !== "signed" || !document.frozen || !document.digest)
    return "nothing_to_do";
  const frozen = JSON.parse(document.frozen) as Frozen;
  const { digest, round } = document;
  step("begun");
  if (!(await storedPdf(document.pdfFileId)))
    await drawPdf(ctx, documentId, frozen, digest, round, document.pdfFileId, step);
  const { pdfFileId } = await read.agreementDocument.findUniqueOrThrow({ where: { id: documentId } });
  const pdf = await storedPdf(pdfFileId);
  if (!pdf) throw new Error(`the PDF of ${documentId} cannot be read back`);
  step("read");
  const sealed = await inTransaction(async (tx) => {
    const now = await tx.agreementDocument.findUniqueOrThrow({ where: { id: documentId } });
    if (now.state !== "signed") return false;
    if (now.pdfSha256 !== sha256(pdf)) throw new Error(`the PDF of ${documentId} was drawn anew meanwhile`);
    const at = ctx.clock.now();
    const signatures = await signaturesOf(tx, { id: documentId, round });
    const chain = await chainOf(tx, frozen.agreementId);
    const key = await keyOf(tx, PLATFORM, at);
    const events = { count: chain.length, head: chain.at(-1)?.hash ?? "" };
    const seal = sealText(
      sealOf({
        frozen,
        digest,
        signatures,
        keys: await keysOf(tx, signatures),
        events,
        pdf,
        sealedAt: at.toISOString(),
      }),
    );
    step("sealing");
    await tx.agreementDocument.update({
      where: { id: documentId },
      data: {
        state: "sealed",
        sealedAt: at,
        seal,
        sealSignature: signText(seal, privateHalf(key)),
        sealKeyId: key.id,
        lapsesOn: null,
        version: { increment: 1 },
      },
    });
    const payload = await takeEffect(tx, ctx, frozen, digest);
    const eventId = await recordAgreement(tx, ctx, frozen.agreementId, "agreement.sealed", payload);
    await refreshParties(tx, frozen.agreementId, payload.sealedOn);
    const to = frozen.content.parties.map((party) => party.organizationId);
    await enqueue(
      tx,
      ctx,
      await agreementMails(tx, {
        kind: "sealed",
        key: eventId,
        to,
        values: { title: frozen.content.title, code: frozen.code },
        link: `/agreements/${frozen.agreementId}`,
      }),
    );
    return true;
  });
  step("sealed");
  if (sealed) log().info({ documentId, code: frozen.code }, "an agreement was sealed");
  return sealed ? "sealed" : "nothing_to_do";
};
