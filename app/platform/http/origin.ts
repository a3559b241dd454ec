const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something may come from where it says. Every non-GET passes here, resource routes
 * included. Browsers send Sec-Fetch-Site or Origin with such requests; when neither is there the caller is no
 * current browser, and the session cookie's SameSite=Lax keeps old ones from being led here by another site.
 * Calls with an API key carry no cookie and may come from anywhere. House rule.
 */
export const mayChange = (request: {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  referer: string | undefined;
  fetchSite: string | undefined;
  authorization: string | undefined;
  hasCookie: boolean;
}): boolean => {
  if (SAFE.has(request.method)) return true;
  if (request.authorization?.startsWith("Bearer ") && !request.hasCookie) return true;
  if (request.fetchSite && request.fetchSite !== "same-origin" && request.fetchSite !== "none") return false;
  const from = request.origin ?? request.referer;
  if (!from) return true;
  if (from === "null") return false;
  return URL.canParse(from) && new URL(from).host === request.host;
};
