import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { attachFile, dropFile, putFile, readStoredFile } from "~/platform/files/store.server";
import { absoluteText } from "~/ui/when";
import { chainOf, keysOf } from "./evidence.server";
import { renderAgreementPdf } from "./pdf/render.server";
import { type AnyFrozen, sha256 } from "./rules/freeze";
import { type SignatureRecord, sealOf, sealText } from "./rules/seal";
import { type AnyStatement, signText } from "./rules/signature";
import { PLATFORM } from "./rules/verify";
import { keyOf, privateHalf } from "./signing-keys.server";

export type SealStep = "begun" | "drawn" | "stored" | "kept" | "read" | "sealing" | "sealed";
export type SealColumns = { sealedAt: Date; seal: string; sealSignature: string; sealKeyId: string };
type PdfColumns = { pdfFileId: string | null; pdfSha256: string | null };

/** A text whose last party has signed, and where it is kept. */
export type Sealable = {
  frozen: AnyFrozen;
  digest: string;
  /** the chain of events it belongs to */
  subject: { type: string; id: string };
  signatures: (db: Tx | typeof read) => Promise<SignatureRecord[]>;
  /** an event's name in the words of the PDF */
  eventWords: (name: string) => string;
  /** the columns of its PDF while it is signed and not sealed; null once it no longer is */
  pdf: (db: Tx | typeof read) => Promise<PdfColumns | null>;
  keepPdf: (tx: Tx, pdf: PdfColumns) => Promise<void>;
  /** writes the seal and whatever follows from it, in the same transaction */
  finish: (tx: Tx, seal: SealColumns) => Promise<void>;
};

const storedPdf = async (fileId: string | null): Promise<Buffer | null> => {
  if (!fileId) return null;
  const file = await read.storedFile.findUnique({ where: { id: fileId } });
  return file ? readStoredFile(file.storageKey).catch(() => null) : null;
};

const drawPdf = async (
  ctx: Ctx,
  text: Sealable,
  lost: string | null,
  step: (at: SealStep) => void,
): Promise<void> => {
  const signatures = await text.signatures(read);
  const events = await chainOf(read, text.subject, 500);
  const pdf = await renderAgreementPdf({
    frozen: text.frozen,
    digest: text.digest,
    signatures: signatures.map((one) => ({ ...one, statement: JSON.parse(one.statement) as AnyStatement })),
    events: events.map((one) => ({
      sequence: one.sequence,
      at: absoluteText(one.at, "zh-CN"),
      name: text.eventWords(one.name),
      who: (JSON.parse(one.actor) as { name: string }).name,
    })),
  });
  step("drawn");
  const stored = await putFile(pdf);
  step("stored");
  const kept = await inTransaction(async (tx) => {
    const now = await text.pdf(tx);
    if (!now || now.pdfFileId !== lost) return false;
    const pdfFileId = await attachFile(tx, {
      stored,
      name: `${text.frozen.code}.pdf`,
      mediaType: "application/pdf",
      subject: text.subject,
      organizationId: null,
      uploadedBy: PLATFORM,
      at: ctx.clock.now(),
    });
    if (lost) await tx.storedFile.deleteMany({ where: { id: lost } });
    await text.keepPdf(tx, { pdfFileId, pdfSha256: stored.sha256 });
    return true;
  });
  if (!kept) await dropFile(stored.storageKey);
  step("kept");
};

/**
 * Seals a signed text: draws the PDF, stores it, then in one transaction signs the seal with the platform's key and lets
 * `finish` follow. `step` is called between the steps. May be stopped anywhere and called again: what is there already is
 * used, so there is one PDF and one seal; a PDF whose file was lost before the seal is drawn anew.
 */
export const sealSigned = async (
  ctx: Ctx,
  text: Sealable,
  step: (at: SealStep) => void = () => {},
): Promise<"sealed" | "nothing_to_do"> => {
  const begun = await text.pdf(read);
  if (!begun) return "nothing_to_do";
  step("begun");
  if (!(await storedPdf(begun.pdfFileId))) await drawPdf(ctx, text, begun.pdfFileId, step);
  const pdf = await storedPdf((await text.pdf(read))?.pdfFileId ?? null);
  if (!pdf) {
    if (!(await text.pdf(read))) return "nothing_to_do";
    throw new Error(`the PDF of ${text.frozen.code} cannot be read back`);
  }
  step("read");
  const sealed = await inTransaction(async (tx) => {
    const now = await text.pdf(tx);
    if (!now) return false;
    if (now.pdfSha256 !== sha256(pdf))
      throw new Error(`the PDF of ${text.frozen.code} was drawn anew meanwhile`);
    const at = ctx.clock.now();
    const signatures = await text.signatures(tx);
    const chain = await chainOf(tx, text.subject);
    const key = await keyOf(tx, PLATFORM, at);
    const seal = sealText(
      sealOf({
        frozen: text.frozen,
        digest: text.digest,
        signatures,
        keys: await keysOf(tx, signatures),
        events: { count: chain.length, head: chain.at(-1)?.hash ?? "" },
        pdf,
        sealedAt: at.toISOString(),
      }),
    );
    step("sealing");
    await text.finish(tx, {
      sealedAt: at,
      seal,
      sealSignature: signText(seal, privateHalf(key)),
      sealKeyId: key.id,
    });
    return true;
  });
  step("sealed");
  return sealed ? "sealed" : "nothing_to_do";
};
