import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "~/platform/events/canonical";

/** A content as it is kept: its canonical JSON and the SHA-256 of it. The same content always gives the same bytes. */
export const sealedContent = (content: Json): { text: string; digest: string } => {
  const text = canonicalJson(content);
  return { text, digest: createHash("sha256").update(text).digest("hex") };
};
