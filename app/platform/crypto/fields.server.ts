import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { config } from "../config/config.server";

const VERSION = "v1";

const derived = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", config().fieldKey, "chanjiao-bridge", purpose, 32));

/**
 * Encrypts one personal field (AES-256-GCM). `place` ("person.phone") is bound into the seal, so that a value moved to
 * another column does not open.
 */
export const sealField = (place: string, plain: string): string => {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derived("fields"), iv);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [
    VERSION,
    iv.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
    body.toString("base64url"),
  ].join(".");
};

/** Opens a sealed field; throws when it was altered, moved or sealed with another key. */
export const openField = (place: string, sealed: string): string => {
  const [version, iv, tag, body] = sealed.split(".");
  if (version !== VERSION || !iv || !tag || body === undefined)
    throw new Error("openField: not a sealed field");
  const decipher = createDecipheriv("aes-256-gcm", derived("fields"), Buffer.from(iv, "base64url"));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
};

/** A keyed hash to look a personal field up by equality without storing it readable. */
export const lookupHash = (place: string, plain: string): string =>
  createHmac("sha256", derived(`lookup:${place}`))
    .update(plain.trim().toLowerCase())
    .digest("base64url");
