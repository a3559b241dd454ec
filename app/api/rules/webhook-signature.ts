import { createHmac, timingSafeEqual } from "node:crypto";

/** A receiver should refuse a signature older than this. House rule. */
export const SIGNATURE_LIFE_SECONDS = 300;

const hmac = (secret: string, at: number, body: string): string =>
  createHmac("sha256", secret).update(`${at}.${body}`).digest("hex");

/**
 * The `Bridge-Signature` header of a delivery. Goes in: the endpoint's secret, the Unix second of sending and the exact
 * body. Comes out: `t=<second>,v1=<hex>`, v1 being HMAC-SHA256 over `<second>.<body>`. House rule.
 */
export const signatureOf = (secret: string, at: number, body: string): string =>
  `t=${at},v1=${hmac(secret, at, body)}`;

/**
 * What a receiver does. Goes in: the header, the secret, the body as received and the present Unix second. Comes out:
 * whether the signature is of this body by this secret and no older than five minutes. House rule.
 */
export const isSignature = (header: string, secret: string, body: string, now: number): boolean => {
  const found = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header);
  if (!found?.[1] || !found[2]) return false;
  const at = Number(found[1]);
  if (Math.abs(now - at) > SIGNATURE_LIFE_SECONDS) return false;
  return timingSafeEqual(Buffer.from(found[2]), Buffer.from(hmac(secret, at, body)));
};
