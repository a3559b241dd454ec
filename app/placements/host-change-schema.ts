import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";

/** Reasons for which a placement goes on at another host; a subset of what may end one. */
export const CHANGE_REASONS = [
  "post_unlike_agreed",
  "safety",
  "pay_late",
  "host_closed_post",
  "health",
  "family",
  "other_host",
  "other",
] as const;

/** A change of host as the school proposes it. */
export const hostChangeForm = z.object({
  listing: z.string("errors.required").max(60),
  startsOn: z.string("errors.required").refine(isCivilDate, "errors.notADate"),
  reason: z.enum(CHANGE_REASONS, "errors.required"),
  note: z.string().max(500).optional(),
  submissionKey: z.string().max(60),
});
export type HostChangeInput = z.output<typeof hostChangeForm>;

/** An answer to a proposed change, or its withdrawal, with the version that was shown. */
export const hostChangeAnswer = z.object({
  intent: z.enum(["agree", "decline", "withdraw"]),
  change: z.string().max(60),
  version: z.number().int().min(0),
});
