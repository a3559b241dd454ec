import { createHash } from "node:crypto";
import { data } from "@remix-run/node";

const SESSION_COOKIE = /(?:^|;\s*)bridge_session=/;

/** A page anyone reads alike may be kept for this long; afterwards it is asked for again by its tag. */
const KEPT = "public, max-age=30, stale-while-revalidate=120";

const tagOf = (value: object, request: Request): string => {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(value, (name, inner: unknown) => (name === "now" ? undefined : inner)));
  hash.update(request.headers.get("Cookie") ?? "").update(request.headers.get("Accept-Language") ?? "");
  return `W/"${hash.digest("base64url").slice(0, 22)}"`;
};

/**
 * The answer of a public page's loader. In: the request and what the page shows. Out: the same with a tag and leave to
 * keep it for visitors who are not signed in; the entry answers "not modified" to one who already has it. `now` does
 * not count as a change. A signed-in person's page is never kept.
 */
export const publicPage = <T extends object>(request: Request, value: T) => {
  if (SESSION_COOKIE.test(request.headers.get("Cookie") ?? "")) return data(value);
  const headers = { ETag: tagOf(value, request), "Cache-Control": KEPT };
  return data(value, { headers });
};

const PASSED_ON = ["ETag", "Cache-Control"] as const;

/** The `headers` export of such a page: what its loader said, nothing else. */
export const publicPageHeaders = ({ loaderHeaders }: { loaderHeaders: Headers }): Headers => {
  const headers = new Headers();
  for (const name of PASSED_ON) {
    const value = loaderHeaders.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
};
