import { read } from "~/platform/db/client.server";
import { readStoredFile } from "~/platform/files/store.server";
import { chainOf, keysOf, partySignaturesOf, signaturesOf } from "../evidence.server";
import type { Bundle } from "../rules/bundle";
import type { Seal, SignatureRecord } from "../rules/seal";

type AgreementText = NonNullable<Awaited<ReturnType<typeof read.agreementDocument.findUnique>>>;
type RoomText = NonNullable<Awaited<ReturnType<typeof read.sealedDocument.findUnique>>>;
type Sealed = Pick<RoomText, "state" | "seal" | "sealSignature" | "sealKeyId" | "pdfFileId"> & {
  frozen: string | null;
};

const pdfOf = async (fileId: string | null): Promise<Buffer> => {
  const file = fileId ? await read.storedFile.findUnique({ where: { id: fileId } }) : null;
  return file ? readStoredFile(file.storageKey).catch(() => Buffer.alloc(0)) : Buffer.alloc(0);
};

const bundleOf = async (
  document: Sealed,
  subject: { type: string; id: string },
  signed: () => Promise<SignatureRecord[]>,
): Promise<Bundle | null> => {
  const { frozen, seal, sealSignature, sealKeyId } = document;
  if (document.state !== "sealed" || !frozen || !seal || !sealSignature || !sealKeyId) return null;
  const signatures = await signed();
  const key = await read.signingKey.findUniqueOrThrow({
    where: { id: sealKeyId },
    select: { id: true, organizationId: true, publicKey: true },
  });
  const { events } = JSON.parse(seal) as Seal;
  return {
    form: "chanjiao-evidence-1",
    frozen,
    signatures,
    keys: await keysOf(read, signatures),
    events: await chainOf(read, subject, events.count),
    seal,
    sealSignature,
    platformKey: key,
    pdf: (await pdfOf(document.pdfFileId)).toString("base64"),
  };
};

/**
 * Everything needed to check a sealed document without the platform. Goes in: the stored document. Comes out: its
 * evidence bundle (an empty PDF when its file is lost), or null while it is not sealed.
 */
export const evidenceBundle = (document: AgreementText): Promise<Bundle | null> =>
  bundleOf(document, { type: "agreement", id: document.agreementId }, () => signaturesOf(read, document));

/** As `evidenceBundle`, for another room's document. Who may have it is that room's to say. */
export const sealedEvidence = (document: RoomText): Promise<Bundle | null> =>
  bundleOf(document, { type: document.subjectKind, id: document.subjectId }, () =>
    partySignaturesOf(read, document.id),
  );
