import { data } from "@remix-run/node";
import type { Refusal } from "../result";

/** The one table from refusals to HTTP. */
const STATUS: Record<Refusal["code"], number> = {
  not_found: 404,
  unauthenticated: 401,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  blocked: 422,
  limited: 429,
};

export const statusOf = (refusal: Refusal): number => STATUS[refusal.code];

const headersOf = (refusal: Refusal): Record<string, string> =>
  refusal.retryAfterSeconds ? { "Retry-After": String(refusal.retryAfterSeconds) } : {};

/** For loaders: ends the request with the error page that explains the refusal. */
export const throwRefusal = (refusal: Refusal): never => {
  throw data({ refusal }, { status: statusOf(refusal), headers: headersOf(refusal) });
};

/** For actions: what the page needs to show the refusal beside the fields, with the right status. */
export const answerRefusal = <S>(refusal: Refusal, body: S) =>
  data(body, { status: statusOf(refusal), headers: headersOf(refusal) });
