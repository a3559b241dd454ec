import { z } from "zod";

export const KEY_SCOPES = ["read", "write", "credits"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** How long a key may live, in days; the empty choice is none of them and is refused. House rule. */
export const KEY_LIVES = ["90", "365", "730"] as const;

export const keyForm = z.object({
  name: z.string().min(2).max(60),
  scopes: z.array(z.enum(KEY_SCOPES)).min(1),
  days: z.enum(KEY_LIVES),
  submissionKey: z.uuid().optional(),
});
export type KeyInput = z.output<typeof keyForm>;

export const revokeForm = z.object({ id: z.uuid() });

/** The first characters of every key: what secret scanners look for. */
export const KEY_MARK = "cjb_";
