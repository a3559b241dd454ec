import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { config } from "../config/config.server";

/** A random token for a link (256 bits, URL-safe). Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Signs a short text (a cursor, a one-tap link) so that it cannot be made by hand. */
export const signText = (purpose: string, text: string): string =>
  createHmac("sha256", config().sessionSecret).update(`${purpose}\n${text}`).digest("base64url").slice(0, 32);

export const isSigned = (purpose: string, text: string, signature: string): boolean => {
  const expected = Buffer.from(signText(purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
};
