import { z } from "zod";
import { canonicalJson, type Json } from "~/platform/events/canonical";
import type { ChainLink } from "~/platform/events/chain";
import type { KeyRecord, SignatureRecord } from "./seal";

export type BundleEvent = ChainLink & { hash: string };

/** Everything needed to check a sealed agreement without the platform. Written as canonical JSON: one byte, one meaning. */
export type Bundle = {
  form: "chanjiao-evidence-1";
  frozen: string;
  signatures: SignatureRecord[];
  keys: KeyRecord[];
  events: BundleEvent[];
  seal: string;
  sealSignature: string;
  platformKey: KeyRecord;
  pdf: string;
};

const key = z.strictObject({ id: z.string(), organizationId: z.string(), publicKey: z.string() });

const bundleSchema = z.strictObject({
  form: z.literal("chanjiao-evidence-1"),
  frozen: z.string(),
  signatures: z
    .array(
      z.strictObject({
        id: z.string(),
        organizationId: z.string(),
        signatoryId: z.string(),
        method: z.enum(["platform", "paper"]),
        statement: z.string(),
        signature: z.string().nullable(),
        keyId: z.string().nullable(),
        scanSha256: z.string().nullable(),
        at: z.string(),
      }),
    )
    .max(120),
  keys: z.array(key).max(60),
  events: z
    .array(
      z.strictObject({
        id: z.string(),
        subjectType: z.string(),
        subjectId: z.string(),
        sequence: z.number().int(),
        name: z.string(),
        at: z.string(),
        actor: z.string(),
        payload: z.string(),
        requestId: z.string(),
        previousHash: z.string(),
        hash: z.string(),
      }),
    )
    .max(20_000),
  seal: z.string(),
  sealSignature: z.string(),
  platformKey: key,
  pdf: z.string(),
});

/** The bytes of an exported bundle. */
export const bundleText = (bundle: Bundle): string => canonicalJson(bundle as unknown as Json);

export type ReadBundle = { ok: true; bundle: Bundle } | { ok: false; place: string; detail: string };

// Base64 leaves bits unused at its end: a text that decodes alike but is spelled otherwise is refused.
const looseBase64 = (bundle: Bundle): string | null => {
  const spelled = {
    pdf: bundle.pdf,
    sealSignature: bundle.sealSignature,
    platformKey: bundle.platformKey.publicKey,
  };
  const found = Object.entries(spelled).find(
    ([, text]) => Buffer.from(text, "base64").toString("base64") !== text,
  );
  return found?.[0] ?? null;
};

const firstDifference = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
};

/**
 * Reads an exported evidence bundle. Refuses, with the place, what is not JSON, has fields it should not have, or is not
 * written exactly as exported: so that no byte of the file can be changed unseen.
 */
export const readBundle = (text: string): ReadBundle => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { ok: false, place: "file", detail: error instanceof Error ? error.message : "" };
  }
  const shaped = bundleSchema.safeParse(parsed);
  if (!shaped.success) {
    return {
      ok: false,
      place: shaped.error.issues[0]?.path.join(".") || "file",
      detail: shaped.error.issues[0]?.message ?? "",
    };
  }
  const loose = looseBase64(shaped.data);
  if (loose) return { ok: false, place: loose, detail: "base64" };
  const exact = bundleText(shaped.data);
  if (exact !== text)
    return {
      ok: false,
      place: "file",
      detail: `byte ${Buffer.byteLength(text.slice(0, firstDifference(exact, text)))}`,
    };
  return { ok: true, bundle: shaped.data };
};
