import { z } from "zod";
import { CONCERN_KINDS } from "./rules/concerns";

/** A concern: the button pressed names its kind; words are welcome, not needed. */
export const concernForm = z.object({
  kind: z.enum(CONCERN_KINDS, "errors.required"),
  text: z.string().max(2000).optional(),
  aboutSchool: z.literal("on").optional(),
  submissionKey: z.string().max(60),
});
export type ConcernInput = z.infer<typeof concernForm>;

/** What is done about a concern: an answer, its end, or what the host is told. */
export const concernAnswerForm = z.object({
  intent: z.enum(["answer", "close", "tellHost"]),
  text: z.string("errors.required").min(2, "errors.required").max(1000),
  version: z.number().int(),
});
export type ConcernAnswer = z.infer<typeof concernAnswerForm>;
