import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { canonicalJson } from "~/platform/events/canonical";
import { sha256 } from "./freeze";
import { keyHolder, type Signer } from "./sealed-content";

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

/**
 * What a party of another room's document declares: `signer` is the party, `actor` the person who acted, `capacity` in
 * what function ("校长授权代表", "学生本人"), `consent` the words that were on the screen.
 */
export type PartyStatement = {
  form: 2;
  digest: string;
  documentId: string;
  signer: Signer & { name: string };
  actor: { id: string; name: string };
  capacity: string;
  consent: string;
  at: string;
};

export type AnyStatement = Statement | PartyStatement;

/** Who signed for whom, and in what capacity, as people read it. */
export const signedBy = (
  statement: AnyStatement,
): { holder: string; name: string; party: string; capacity: string } =>
  statement.form === 1
    ? {
        holder: statement.organizationId,
        name: statement.signatoryName,
        party: statement.organizationName,
        capacity: statement.position,
      }
    : {
        holder: keyHolder(statement.signer),
        name: statement.actor.name,
        party: statement.signer.name,
        capacity: statement.capacity,
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
export const statementText = (statement: AnyStatement): string => canonicalJson(statement);

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

/**
 * Whether a stored signature is one over a digest: its statement names that digest, is written canonically, and its
 * Ed25519 signature holds for the key it names. Goes in: the digest, the statement's text, the signature and the key.
 */
export const verifySignature = (
  digest: string,
  given: { statement: string; signature: string },
  key: { id: string; organizationId: string; publicKey: string },
): boolean => {
  if (key.id !== keyIdOf(key.publicKey) || !signatureHolds(given.statement, given.signature, key.publicKey))
    return false;
  const statement = JSON.parse(given.statement) as AnyStatement;
  return (
    statement.digest === digest &&
    statementText(statement) === given.statement &&
    signedBy(statement).holder === key.organizationId
  );
};

/** What people compare a key by: the first 32 hex digits of its SHA-256 in groups of four. */
export const fingerprint = (publicKey: string): string =>
  sha256(Buffer.from(publicKey, "base64"))
    .slice(0, 32)
    .replace(/(.{4})(?=.)/g, "$1 ");

/** The id of a key, made from its public half: a key cannot be exchanged under the same id. */
export const keyIdOf = (publicKey: string): string => `key-${sha256(publicKey).slice(0, 24)}`;
