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

export const targetForm = z.object({
  intent: z.literal("set"),
  indicator: z.string("indicators.errors.indicator").max(60),
  goal: z.number("indicators.errors.goal"),
  dueOn: z.string("errors.notADate").refine(isCivilDate, "errors.notADate"),
  project: z.string("indicators.errors.project").trim().min(2).max(200),
  ownerName: z.string("indicators.errors.ownerName").trim().min(2).max(60),
  submissionKey: z.string().max(60).optional(),
});

export const withdrawForm = z.object({
  intent: z.literal("withdraw"),
  id: z.string().max(60),
  version,
  reason: z
    .string("indicators.errors.withdrawReason")
    .trim()
    .min(5, "indicators.errors.withdrawReason")
    .max(300),
});

export type TargetInput = z.infer<typeof targetForm>;
