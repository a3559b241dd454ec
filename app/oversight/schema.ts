import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";

const words = z.string().trim().min(1).max(2000);
const version = z.number().int();

export const orderForm = z.object({
  intent: z.literal("order"),
  version,
  text: words,
  dueOn: z.string().refine(isCivilDate, "errors.notADate"),
});

export const reviewForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), version, note: z.string().trim().max(1000).optional() }),
  z.object({
    intent: z.literal("return"),
    version,
    note: words,
    dueOn: z.string().refine(isCivilDate, "errors.notADate"),
  }),
]);

export const dismissForm = z.object({ intent: z.literal("dismiss"), version, note: words });

export const answerForm = z.object({
  intent: z.literal("answer"),
  version,
  text: words,
  submissionKey: z.string().max(60).optional(),
});

export type OrderInput = z.infer<typeof orderForm>;
export type ReviewInput = z.infer<typeof reviewForm>;
export type DismissInput = z.infer<typeof dismissForm>;
export type AnswerInput = z.infer<typeof answerForm>;

const year = z.string().regex(/^\d{4}$/, "indicators.errors.year");

export const snapshotForm = z.object({ year });

export const reasonForm = z.object({
  organization: z.string().max(60),
  year,
  reason: z
    .string("indicators.errors.reason")
    .trim()
    .min(10, "indicators.errors.reason")
    .max(300, "indicators.errors.reason"),
});
