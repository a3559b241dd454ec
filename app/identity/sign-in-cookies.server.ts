import { config } from "~/platform/config/config.server";
import { newToken } from "~/platform/crypto/tokens.server";

const STEP = "bridge_step";
const DEVICE = "bridge_device";
const STEP_SECONDS = 600;
const DEVICE_SECONDS = 365 * 86_400;

const TOKEN = /^[\w-]{43}$/;

const found = (request: Request, name: string): string | null => {
  const value = new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(request.headers.get("Cookie") ?? "")?.[1];
  return value && TOKEN.test(value) ? value : null;
};

const cookie = (name: string, value: string, seconds: number): string =>
  [
    `${name}=${value}`,
    "Path=/login",
    `Max-Age=${seconds}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(config().baseUrl.startsWith("https://") ? ["Secure"] : []),
  ].join("; ");

/** The ticket of a right password whose code is still to come. */
export const stepOf = (request: Request): string | null => found(request, STEP);
export const stepCookie = (ticket: string): string => cookie(STEP, ticket, STEP_SECONDS);
export const noStepCookie = (): string => cookie(STEP, "", 0);

/** The secret by which this browser is known again at sign-in, with the cookie that keeps it a year longer. */
export const deviceOfBrowser = (request: Request): { device: string; setCookie: string } => {
  const device = found(request, DEVICE) ?? newToken();
  return { device, setCookie: cookie(DEVICE, device, DEVICE_SECONDS) };
};
