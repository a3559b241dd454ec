import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;

/** Codes of the half minute before and after are taken too, because phones' clocks are off. */
const WINDOW = 1;

const totp = (secret: string, account = ""): TOTP =>
  new TOTP({
    issuer: "产教桥 Chanjiao Bridge",
    label: account,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** The address an authenticator app reads from the square code. Goes in: the secret in base32 and the account's name. */
export const totpUri = (secret: string, account: string): string => totp(secret, account).toString();

/**
 * Whether a code is right and new. Goes in: the secret in base32, six digits as typed, the present instant and the last
 * half minute (counted from 1970) a code was taken from. Comes out: the half minute the code belongs to, to be kept; null
 * for a wrong code and for one of a half minute already used. Source: RFC 6238, 5.2 (a code is accepted once).
 */
export const totpStep = (secret: string, code: string, at: Date, lastStep: number | null): number | null => {
  const delta = totp(secret).validate({ token: code, timestamp: at.getTime(), window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
};

/** A base32 secret in groups of four, as people type it from one screen to another. */
export const spacedSecret = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? "";
