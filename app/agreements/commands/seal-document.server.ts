import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { log } from "~/platform/log/log.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { refreshParties } from "../agreement-work.server";
import { signaturesOf } from "../evidence.server";
import type { Frozen } from "../rules/freeze";
import { type SealStep, sealSigned } from "../sealing.server";
import { takeEffect } from "../take-effect.server";

/**
 * Seals an agreement's document whose last party has signed, lets its text take effect and tells the parties. Goes in: the
 * document's id; `step` is called between the steps. May be stopped anywhere and called again (`sealSigned`).
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
  const { any } = translatorFor("zh-CN");
  const outcome = await sealSigned(
    ctx,
    {
      frozen,
      digest,
      subject: { type: "agreement", id: frozen.agreementId },
      signatures: (db) => signaturesOf(db, { id: documentId, round }),
      eventWords: (name) => any(`agreements.eventNames.${name.replace("agreement.", "")}`),
      pdf: (db) =>
        db.agreementDocument.findFirst({
          where: { id: documentId, state: "signed" },
          select: { pdfFileId: true, pdfSha256: true },
        }),
      keepPdf: async (tx, pdf) =>
        void (await tx.agreementDocument.update({ where: { id: documentId }, data: pdf })),
      finish: async (tx, seal) => {
        await tx.agreementDocument.update({
          where: { id: documentId },
          data: { ...seal, state: "sealed", lapsesOn: null, version: { increment: 1 } },
        });
        const payload = await takeEffect(tx, ctx, frozen, digest);
        const eventId = await recordAgreement(tx, ctx, frozen.agreementId, "agreement.sealed", payload);
        await refreshParties(tx, frozen.agreementId, payload.sealedOn);
        await enqueue(
          tx,
          ctx,
          await agreementMails(tx, {
            kind: "sealed",
            key: eventId,
            to: frozen.content.parties.map((party) => party.organizationId),
            values: { title: frozen.content.title, code: frozen.code },
            link: `/agreements/${frozen.agreementId}`,
          }),
        );
      },
    },
    step,
  );
  if (outcome === "sealed") log().info({ documentId, code: frozen.code }, "an agreement was sealed");
  return outcome;
};
