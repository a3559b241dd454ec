import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";

/**
 * Takes back another room's document before its last signature, inside the caller's transaction. Goes in: its id and why.
 * Rejects one that is signed or sealed: what all have signed is changed by a further document, never taken back.
 */
export const withdrawSealedDocument = async (tx: Tx, documentId: string, reason: string): Promise<void> => {
  const document = await tx.sealedDocument.findUnique({ where: { id: documentId } });
  if (!document) return reject({ code: "not_found", key: "errors.notFound" });
  if (document.state !== "signing") return reject({ code: "blocked", key: "agreements.refused.not_now" });
  const { count } = await tx.sealedDocument.updateMany({
    where: { id: documentId, version: document.version },
    data: { state: "withdrawn", endReason: reason.slice(0, 500), version: { increment: 1 } },
  });
  if (count === 0) stale();
};

/** Says that a sealed document no longer holds, inside the caller's transaction: whoever checks it is told so. */
export const endSealedDocument = async (tx: Tx, documentId: string, reason: string): Promise<void> => {
  const { count } = await tx.sealedDocument.updateMany({
    where: { id: documentId, state: "sealed" },
    data: { standing: "ended", endReason: reason.slice(0, 500), version: { increment: 1 } },
  });
  if (count === 0) reject({ code: "blocked", key: "agreements.refused.not_now" });
};
