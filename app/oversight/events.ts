/** What this room records of an alert, in the past tense; its words are `alerts.events.*`. */
export const ALERT_EVENTS = [
  "alert.raised",
  "alert.ordered",
  "alert.answered",
  "alert.returned",
  "alert.accepted",
  "alert.dismissed",
  "alert.vanished",
  "alert.escalated",
] as const;
export type AlertEvent = (typeof ALERT_EVENTS)[number];
