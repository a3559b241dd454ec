import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "~/platform/events/canonical";
import type { AgreementContent } from "./content";
import type { DocumentKind } from "./document-lifecycle";
import type { FrozenDocument } from "./sealed-content";

/** What every signature covers: the content, and which document of which agreement it is. */
export type Frozen = {
  form: 1;
  agreementId: string;
  documentId: string;
  kind: DocumentKind;
  ordinal: number;
  number: number;
  code: string;
  changes: readonly string[];
  /** digest of the document this one amends, null for the first */
  baseDigest: string | null;
  content: AgreementContent;
};

/** A frozen text of this room or of another. */
export type AnyFrozen = Frozen | FrozenDocument;

/** SHA-256 (hex) of a text in UTF-8 or of bytes. */
export const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

/** Any JSON value as canonical JSON with its SHA-256 (hex): the same facts always give the same bytes. */
export const freezeContent = (content: unknown): { canonical: string; digest: string } => {
  const canonical = canonicalJson(content as Json);
  return { canonical, digest: sha256(canonical) };
};

/** The canonical text of what is signed and its SHA-256 (hex). */
export const freeze = (frozen: AnyFrozen): { text: string; digest: string } => {
  const { canonical, digest } = freezeContent(frozen);
  return { text: canonical, digest };
};

/** The digest of one version's content: tells versions apart without reading them. */
export const contentDigest = (content: AgreementContent): string =>
  sha256(canonicalJson(content as unknown as Json));

export type PartHash = { place: string; sha256: string };

/**
 * One hash for every clause, commitment and other field of a frozen text, so that a changed byte can be said to be in
 * "clause 3". Places: `clause:<id>`, `commitment:<id>`, `item:<id>`, `content.<field>`, `<field>`.
 */
export const partHashes = (frozen: AnyFrozen): PartHash[] => {
  const hash = (place: string, value: unknown): PartHash => ({
    place,
    sha256: sha256(canonicalJson((value ?? null) as Json)),
  });
  const { content, ...head } = frozen;
  const { clauses, ...rest } = content;
  const { commitments, items, ...facts } = { commitments: [], items: [], ...rest };
  return [
    ...Object.entries(head).map(([key, value]) => hash(key, value)),
    ...Object.entries(facts).map(([key, value]) => hash(`content.${key}`, value)),
    ...clauses.map((clause) => hash(`clause:${clause.id}`, clause)),
    ...commitments.map((commitment) => hash(`commitment:${commitment.id}`, commitment)),
    ...items.map((item) => hash(`item:${item.id}`, item)),
  ];
};

const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A verification code from random bytes: twelve characters without look-alikes in three groups, "K7QM-3F2P-9XTD". */
export const verifyCode = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 12), (byte) => ALPHABET[byte % ALPHABET.length]!)
    .join("")
    .replace(/(.{4})(?=.)/g, "$1-");

/** A code as people type it, brought to its stored form; null when it cannot be one. */
export const readCode = (typed: string): string | null => {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return /^[2-9A-HJKMNP-Z]{12}$/.test(plain) ? plain.replace(/(.{4})(?=.)/g, "$1-") : null;
};
