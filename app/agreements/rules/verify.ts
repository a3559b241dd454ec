import { type ChainLink, verifyChain } from "~/platform/events/chain";
import type { Bundle } from "./bundle";
import { type AnyFrozen, partHashes, sha256 } from "./freeze";
import { changedChunks, isSealed, PDF_CHUNK, type Seal, type SignatureRecord } from "./seal";
import {
  type AnyStatement,
  fingerprint,
  keyIdOf,
  signatureHolds,
  signedBy,
  verifySignature,
} from "./signature";

export const CHECKS = ["seal", "content", "signatures", "events", "pdf"] as const;
export type Check = (typeof CHECKS)[number];

/** One check of a sealed agreement. `place` says where it does not hold ("clause:…", "event:7"); `key` is a word key's end. */
export type CheckResult = {
  check: Check;
  holds: boolean;
  key: string;
  place: string | null;
  values: Record<string, string | number>;
};

export type Verification = {
  holds: boolean;
  results: CheckResult[];
  frozen: AnyFrozen | null;
  seal: Seal | null;
  statements: (AnyStatement & { method: SignatureRecord["method"] })[];
  platformFingerprint: string;
};

/** The holder of the platform's own key, in place of an organization's id. */
export const PLATFORM = "platform";

const good = (check: Check, key: string, values: CheckResult["values"] = {}): CheckResult => ({
  check,
  holds: true,
  key,
  place: null,
  values,
});
const bad = (check: Check, key: string, place: string, values: CheckResult["values"] = {}): CheckResult => ({
  check,
  holds: false,
  key,
  place,
  values,
});

const parse = <T>(text: string): T | null => {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
};

const checkSeal = (bundle: Bundle, seal: Seal | null, trustedKey: string | null): CheckResult => {
  if (trustedKey !== null && trustedKey !== bundle.platformKey.publicKey)
    return bad("seal", "platformKey", "platformKey");
  const { id, organizationId, publicKey } = bundle.platformKey;
  if (id !== keyIdOf(publicKey) || organizationId !== PLATFORM)
    return bad("seal", "platformKey", "platformKey");
  if (!seal || !signatureHolds(bundle.seal, bundle.sealSignature, bundle.platformKey.publicKey))
    return bad("seal", "sealBroken", "seal");
  return good("seal", "sealHolds", { at: seal.sealedAt });
};

const checkContent = (bundle: Bundle, seal: Seal, frozen: AnyFrozen | null): CheckResult[] => {
  if (sha256(bundle.frozen) === seal.digest)
    return [good("content", "contentHolds", { digest: seal.digest })];
  if (!frozen?.content?.clauses || !(frozen.form === 2 ? frozen.content.items : frozen.content.commitments))
    return [bad("content", "contentBroken", "frozen")];
  const now = new Map(partHashes(frozen).map((part) => [part.place, part.sha256]));
  const sealed = new Map(seal.parts.map((part) => [part.place, part.sha256]));
  const places = [...new Set([...sealed.keys(), ...now.keys()])].filter(
    (place) => now.get(place) !== sealed.get(place),
  );
  return (places.length > 0 ? places : ["frozen"]).map((place) => bad("content", "contentBroken", place));
};

const checkSignature = (bundle: Bundle, seal: Seal, record: SignatureRecord): CheckResult => {
  const place = `signature:${record.id}`;
  const statement = parse<AnyStatement>(record.statement);
  const { name, party: organization } = statement ? signedBy(statement) : { name: "", party: "" };
  const values = { name, organization };
  if (!isSealed(seal.signatures, record)) return bad("signatures", "signatureChanged", place, values);
  if (!statement || statement.digest !== seal.digest)
    return bad("signatures", "signatureOther", place, values);
  if (record.method === "paper") return good("signatures", "signaturePaper", values);
  const key = bundle.keys.find((one) => one.id === record.keyId);
  if (!key || !isSealed(seal.keys, key) || key.organizationId !== record.organizationId)
    return bad("signatures", "signatureKey", `key:${record.keyId ?? ""}`, values);
  return verifySignature(seal.digest, { ...record, signature: record.signature ?? "" }, key)
    ? good("signatures", "signatureHolds", { ...values, fingerprint: fingerprint(key.publicKey) })
    : bad("signatures", "signatureBroken", place, values);
};

const checkSignatures = (bundle: Bundle, seal: Seal): CheckResult[] => {
  const present = new Set(bundle.signatures.map((one) => one.id));
  const missing = seal.signatures.filter((one) => !present.has(one.id));
  const strangeKeys = bundle.keys.filter((key) => !isSealed(seal.keys, key));
  return [
    ...bundle.signatures.map((record) => checkSignature(bundle, seal, record)),
    ...missing.map((one) =>
      bad("signatures", "signatureMissing", `signature:${one.id}`, { name: "", organization: "" }),
    ),
    ...strangeKeys.map((one) =>
      bad("signatures", "signatureKey", `key:${one.id}`, { name: "", organization: "" }),
    ),
  ];
};

/** Whether a subject's events are an unbroken chain that ends where the seal says. */
export const checkEvents = (
  events: readonly (ChainLink & { hash: string })[],
  seal: Pick<Seal, "events">,
): CheckResult => {
  const sealed = events.slice(0, seal.events.count);
  const chain = verifyChain(sealed);
  if (!chain.intact)
    return bad("events", "eventsBroken", `event:${chain.sequence}`, { sequence: chain.sequence });
  if (sealed.length !== seal.events.count || (sealed.at(-1)?.hash ?? "") !== seal.events.head) {
    return bad("events", "eventsBroken", `event:${sealed.length}`, { sequence: sealed.length });
  }
  return good("events", "eventsHold", { total: sealed.length });
};

/** Whether a PDF is the sealed one, and in which pieces of 16 KB it differs. */
export const checkPdf = (pdf: Uint8Array, seal: Pick<Seal, "pdf">): CheckResult => {
  if (sha256(pdf) === seal.pdf.sha256) return good("pdf", "pdfHolds", { bytes: pdf.length });
  const [first = 1] = changedChunks(seal, pdf);
  return bad("pdf", "pdfBroken", `pdf:${first}`, {
    from: (first - 1) * PDF_CHUNK,
    to: Math.min(first * PDF_CHUNK, Math.max(pdf.length, seal.pdf.bytes)) - 1,
  });
};

/**
 * Checks a sealed agreement from its evidence alone. Goes in: the bundle and, where known, the platform's public key
 * (base64 SPKI). Comes out: every check with what holds and where something does not: the seal first, because without it
 * nothing else means anything.
 */
export const verifyBundle = (bundle: Bundle, trustedKey: string | null = null): Verification => {
  const seal = parse<Seal>(bundle.seal);
  const frozen = parse<AnyFrozen>(bundle.frozen);
  const first = checkSeal(bundle, seal, trustedKey);
  const results =
    first.holds && seal
      ? [
          first,
          ...checkContent(bundle, seal, frozen),
          ...checkSignatures(bundle, seal),
          bundle.events.length === seal.events.count
            ? checkEvents(bundle.events, seal)
            : bad("events", "eventsBroken", `event:${bundle.events.length}`, {
                sequence: bundle.events.length,
              }),
          checkPdf(Buffer.from(bundle.pdf, "base64"), seal),
        ]
      : [first];
  return {
    holds: results.every((result) => result.holds),
    results,
    frozen,
    seal,
    statements: bundle.signatures.flatMap((one) => {
      const statement = parse<AnyStatement>(one.statement);
      return statement ? [{ ...statement, method: one.method }] : [];
    }),
    platformFingerprint: fingerprint(bundle.platformKey.publicKey),
  };
};
