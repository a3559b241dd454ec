import type { NewDelivery } from "~/platform/outbox/enqueue.server";

/** Up to so many rows a roster is judged and written while its reader waits; more go to the background. House rule. */
export const ROWS_AT_ONCE = 1_000;

/** Promises the background work on a roster; doing it twice changes nothing. */
export const rosterWork = (what: "check" | "apply", importId: string, version = 0): NewDelivery => ({
  kind: `roster.${what}`,
  key: `roster-${what}:${importId}:${version}`,
  payload: { importId },
  maxAttempts: 3,
});
