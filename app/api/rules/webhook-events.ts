/** What an organization's own system may be told of, by the names of the recorded events. House rule. */
export const WEBHOOK_EVENTS = [
  "listing.published",
  "listing.paused",
  "listing.closed",
  "enquiry.opened",
  "enquiry.accepted",
  "enquiry.declined",
  "enquiry.expired",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** The test an owner sends to see that the receiver is there. */
export const PING = "ping";

/** Tries before a message is given up, about ten hours with the outbox's waits. House rule. */
export const MOST_TRIES = 8;

/** Messages given up in a row after which an endpoint is paused. House rule. */
export const DEAD_BEFORE_PAUSE = 20;
