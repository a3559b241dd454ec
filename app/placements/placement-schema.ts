import { z } from "zod";

/** Coded reasons for ending a placement early or calling it not begun. House rule. */
export const END_REASONS = [
  "health",
  "family",
  "post_unlike_agreed",
  "safety",
  "pay_late",
  "conduct",
  "host_closed_post",
  "other_host",
  "did_not_come",
  "other",
] as const;

/** What may be done with one placement by its page; `note` is said in one's own words. */
export const moveForm = z.object({
  intent: z.enum(["start", "pause", "resume", "end", "miss"]),
  version: z.coerce.number().int(),
  reason: z.string().max(40).optional(),
  note: z.string().max(500).optional(),
});
