import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { partySignaturesOf } from "../evidence.server";
import type { FrozenDocument } from "../rules/sealed-content";
import { type SealStep, sealSigned } from "../sealing.server";

/** What the room a document belongs to adds to its seal. */
export type DocumentRoom = {
  subjectKind: string;
  /** the words of one of its events, in Chinese, for the PDF */
  eventWords: (name: string) => string;
  /** follows the seal in the same transaction: record the room's own event, change its rows, promise letters */
  onSealed: (
    tx: Tx,
    ctx: Ctx,
    sealed: { documentId: string; subjectId: string; code: string; digest: string; frozen: FrozenDocument },
  ) => Promise<void>;
};

/**
 * Seals another room's document whose last party has signed; the handler of `<subjectKind>.seal` calls it. Goes in: the
 * document's id and its room. May be stopped anywhere and called again (`sealSigned`): one PDF, one seal, one `onSealed`.
 * The document it changes stands as superseded from then on.
 */
export const sealRoomDocument = async (
  ctx: Ctx,
  documentId: string,
  room: DocumentRoom,
  step: (at: SealStep) => void = () => {},
): Promise<"sealed" | "nothing_to_do"> => {
  const document = await read.sealedDocument.findFirst({
    where: { id: documentId, subjectKind: room.subjectKind, state: "signed" },
  });
  if (!document) return "nothing_to_do";
  const { digest, code, subjectId, baseId } = document;
  const frozen = JSON.parse(document.frozen) as FrozenDocument;
  return sealSigned(
    ctx,
    {
      frozen,
      digest,
      subject: { type: room.subjectKind, id: subjectId },
      signatures: (db) => partySignaturesOf(db, documentId),
      eventWords: room.eventWords,
      pdf: (db) =>
        db.sealedDocument.findFirst({
          where: { id: documentId, state: "signed" },
          select: { pdfFileId: true, pdfSha256: true },
        }),
      keepPdf: async (tx, pdf) =>
        void (await tx.sealedDocument.update({ where: { id: documentId }, data: pdf })),
      finish: async (tx, seal) => {
        await tx.sealedDocument.update({
          where: { id: documentId },
          data: { ...seal, state: "sealed", version: { increment: 1 } },
        });
        if (baseId)
          await tx.sealedDocument.update({ where: { id: baseId }, data: { standing: "superseded" } });
        await room.onSealed(tx, ctx, { documentId, subjectId, code, digest, frozen });
      },
    },
    step,
  );
};
