import { read } from "~/platform/db/client.server";
import { readStoredFile } from "~/platform/files/store.server";
import { chainOf, keysOf, signaturesOf } from "../evidence.server";
import type { Bundle } from "../rules/bundle";
import type { Seal } from "../rules/seal";

type SealedDocument = NonNullable<Awaited<ReturnType<typeof read.agreementDocument.findUnique>>>;

const pdfOf = async (fileId: string | null): Promise<Buffer> => {
  const file = fileId ? await read.storedFile.findUnique({ where: { id: fileId } }) : null;
  return file ? readStoredFile(file.storageKey).catch(() => Buffer.alloc(0)) : Buffer.alloc(0);
};

/**
 * Everything needed to check a sealed document without the platform. Goes in: the stored document. Comes out: its
 * evidence bundle (an empty PDF when its file is lost), or null while it is not sealed.
 */
export const evidenceBundle = async (document: SealedDocument): Promise<Bundle | null> => {
  const { frozen, seal, sealSignature, sealKeyId } = document;
  if (document.state !== "sealed" || !frozen || !seal || !sealSignature || !sealKeyId) return null;
  const signatures = await signaturesOf(read, document);
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
    events: await chainOf(read, document.agreementId, events.count),
    seal,
    sealSignature,
    platformKey: key,
    pdf: (await pdfOf(document.pdfFileId)).toString("base64"),
  };
};
