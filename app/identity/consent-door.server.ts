import { config } from "~/platform/config/config.server";
import { isSigned, signText } from "~/platform/crypto/tokens.server";

/** How long a browser that showed the phone's digits need not show them again. House rule. */
const OPEN_MS = 30 * 60_000;
const COOKIE = "bridge_consent";
const PURPOSE = "consent-door";

/** The Set-Cookie value that keeps a consent link open on this browser for half an hour. */
export const openedDoor = (requestId: string, now: Date): string => {
  const text = `${requestId}.${now.getTime() + OPEN_MS}`;
  const secure = config().baseUrl.startsWith("https://") ? "; Secure" : "";
  const value = `${text}.${signText(PURPOSE, text)}`;
  return `${COOKIE}=${value}; Path=/consents; Max-Age=${OPEN_MS / 1000}; HttpOnly; SameSite=Lax${secure}`;
};

/** Whether this browser has shown the digits for this request within the last half hour. */
export const doorIsOpen = (headers: Headers, requestId: string, now: Date): boolean => {
  const value = headers.get("Cookie")?.match(/(?:^|;\s*)bridge_consent=([^;]+)/)?.[1];
  const [id, until, signature] = value?.split(".") ?? [];
  if (!id || !until || !signature || id !== requestId) return false;
  return isSigned(PURPOSE, `${id}.${until}`, signature) && Number(until) > now.getTime();
};
