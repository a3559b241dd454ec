import type { AppLoadContext } from "@remix-run/node";

/** What the server knows of a request before any room sees it. */
export type RequestFacts = {
  requestId: string;
  nonce: string;
  /** The client's address as far as the configured proxies can be trusted. */
  ip: string;
  userAgent: string;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestFacts {}
  interface Future {
    v3_singleFetch: true;
  }
}

export type { AppLoadContext };
