import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { addressesOf, isPublicAddress, isStrict } from "./webhook-address.server";

export type PostOutcome = { status: number | null; error: string | null; millis: number };

const MOST_WAIT_MS = 10_000;
const MOST_READ = 64 * 1024;

/**
 * Posts one signed body. Goes in: the address, headers and body. Comes out: the status, or why there was none, and how
 * long it took. The name is looked up here and the connection goes to exactly the address that was checked, so that a
 * name cannot point elsewhere between check and connection. Redirects are not followed.
 */
export const postWebhook = async (
  address: string,
  headers: Record<string, string>,
  body: string,
): Promise<PostOutcome> => {
  const started = performance.now();
  const url = new URL(address);
  const done = (status: number | null, error: string | null): PostOutcome => ({
    status,
    error,
    millis: Math.round(performance.now() - started),
  });
  const strict = isStrict();
  if (strict && url.protocol !== "https:") return done(null, "not https");
  const found = await addressesOf(url);
  const first = found[0];
  if (!first) return done(null, "name not found");
  if (strict && !found.every((one) => isPublicAddress(one.address))) return done(null, "internal address");
  const send = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(MOST_WAIT_MS);
    const request = send(
      url,
      {
        method: "POST",
        headers: { ...headers, "Content-Length": String(Buffer.byteLength(body)) },
        signal,
        agent: false,
        lookup: (_host, options, callback) =>
          options.all ? callback(null, [first]) : callback(null, first.address, first.family),
      },
      (response) => {
        let seen = 0;
        const status = response.statusCode ?? 0;
        const ok = status >= 200 && status < 300;
        response.on("data", (chunk: Buffer) => {
          seen += chunk.length;
          if (seen > MOST_READ) response.destroy();
        });
        response.on("close", () => resolve(done(status, ok ? null : `answered ${status}`)));
        response.on("error", () => resolve(done(status, ok ? null : `answered ${status}`)));
      },
    );
    request.on("error", (error) =>
      resolve(done(null, signal.aborted ? "no answer in 10 s" : error.message.slice(0, 200))),
    );
    request.end(body);
  });
};
