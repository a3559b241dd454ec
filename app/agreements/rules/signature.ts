import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { canonicalJson } from "~/platform/events/canonical";
import { sha256 } from "./freeze";

export type Authority = "legal_representative" | "delegate";

/** What a signatory declares with a signature: which bytes, who, in which capacity, with which words, when. */
export type Statement = {
  form: 1;
  digest: string;
  documentId: string;
  organizationId: string;
  organizationName: string;
  signatoryId: string;
  signatoryName: string;
  position: string;
  authority: Authority;
  consent: string;
  at: string;
};

/** A new Ed25519 key pair as base64 DER: the public half (SPKI) and the private half (PKCS #8). */
export const newKeyPair = (): { publicKey: string; privateKey: string } => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
  };
};

/** The canonical text a signature is made over. */
export const statementText = (statement: Statement): string => canonicalJson(statement);

/** Signs a text with a private key (base64 DER). Comes out: the Ed25519 signature in base64. */
export const signText = (text: string, privateKey: string): string => {
  const key = createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" });
  return sign(null, Buffer.from(text, "utf8"), key).toString("base64");
};

/** Whether a signature over a text holds for a public key; a malformed key or signature does not hold. */
export const signatureHolds = (text: string, signature: string, publicKey: string): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return verify(null, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
};

/** What people compare a key by: the first 32 hex digits of its SHA-256 in groups of four. */
export const fingerprint = (publicKey: string): string =>
  sha256(Buffer.from(publicKey, "base64"))
    .slice(0, 32)
    .replace(/(.{4})(?=.)/g, "$1 ");

/** The id of a key, made from its public half: a key cannot be exchanged under the same id. */
export const keyIdOf = (publicKey: string): string => `key-${sha256(publicKey).slice(0, 24)}`;
