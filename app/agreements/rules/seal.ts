import { canonicalJson, type Json } from "~/platform/events/canonical";
import { type AnyFrozen, type PartHash, partHashes, sha256 } from "./freeze";

export const PDF_CHUNK = 16_384;

/** A signature as it is kept (`organizationId` is the holder of its key): `statement` is the exact text that was signed; paper carries a scan instead of a signature. */
export type SignatureRecord = {
  id: string;
  organizationId: string;
  signatoryId: string;
  method: "platform" | "paper";
  statement: string;
  signature: string | null;
  keyId: string | null;
  scanSha256: string | null;
  at: string;
};

/** A key's public half; `organizationId` is its holder: an organization, "platform", or "person:<id>". */
export type KeyRecord = { id: string; organizationId: string; publicKey: string };

/** What the platform's own signature covers once the last party has signed. */
export type Seal = {
  form: 1;
  code: string;
  documentId: string;
  digest: string;
  parts: PartHash[];
  signatures: { id: string; sha256: string }[];
  keys: { id: string; sha256: string }[];
  events: { count: number; head: string };
  pdf: { sha256: string; bytes: number; chunks: string[] };
  sealedAt: string;
};

const hashOf = (value: unknown): string => sha256(canonicalJson(value as Json));

/** SHA-256 of each 16 KB of a file, in order: says in which part a changed byte lies. */
export const chunkHashes = (bytes: Uint8Array): string[] => {
  const hashes: string[] = [];
  for (let at = 0; at < bytes.length; at += PDF_CHUNK)
    hashes.push(sha256(bytes.subarray(at, at + PDF_CHUNK)));
  return hashes;
};

/** Puts together what the platform seals. Goes in: the frozen text's facts, signatures, keys, the chain's end, the PDF. */
export const sealOf = (given: {
  frozen: AnyFrozen;
  digest: string;
  signatures: readonly SignatureRecord[];
  keys: readonly KeyRecord[];
  events: { count: number; head: string };
  pdf: Uint8Array;
  sealedAt: string;
}): Seal => ({
  form: 1,
  code: given.frozen.code,
  documentId: given.frozen.documentId,
  digest: given.digest,
  parts: partHashes(given.frozen),
  signatures: given.signatures.map((one) => ({ id: one.id, sha256: hashOf(one) })),
  keys: given.keys.map((one) => ({ id: one.id, sha256: hashOf(one) })),
  events: given.events,
  pdf: { sha256: sha256(given.pdf), bytes: given.pdf.length, chunks: chunkHashes(given.pdf) },
  sealedAt: given.sealedAt,
});

/** The canonical text the platform signs. */
export const sealText = (seal: Seal): string => canonicalJson(seal as unknown as Json);

/** Where a file differs from what was sealed, as 16 KB pieces counted from 1; empty when it is the sealed file. */
export const changedChunks = (seal: Pick<Seal, "pdf">, bytes: Uint8Array): number[] => {
  const now = chunkHashes(bytes);
  const total = Math.max(now.length, seal.pdf.chunks.length);
  return Array.from({ length: total }, (_, index) => index)
    .filter((index) => now[index] !== seal.pdf.chunks[index])
    .map((index) => index + 1);
};

/** Whether a signature or key record is the one that was sealed. */
export const isSealed = (
  sealed: readonly { id: string; sha256: string }[],
  record: { id: string },
): boolean => sealed.some((one) => one.id === record.id && one.sha256 === hashOf(record));
