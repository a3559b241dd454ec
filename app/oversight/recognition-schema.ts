import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";
import { CRITERIA } from "./rules/recognition/packs";

const yuan = z
  .number()
  .min(0)
  .max(10_000_000_000)
  .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, "listings.errors.twoDecimals")
  .transform((amount) => Math.round(amount * 100));

export const evidenceForm = z.object({
  intent: z.literal("evidence"),
  criterionId: z.enum(CRITERIA),
  /** pieces, people or programmes; yuan for CJ-5 */
  amount: z.number().min(0.01).max(10_000_000_000),
  happenedOn: z.string().refine(isCivilDate, "errors.notADate"),
  note: z.string().trim().min(1).max(500),
  submissionKey: z.string().max(60).optional(),
});

export const withdrawForm = z.object({ intent: z.literal("withdraw"), evidenceId: z.string().max(60) });

export const figuresForm = z.object({
  intent: z.literal("figures"),
  year: z.number().int().min(2019).max(2100),
  surcharge: yuan,
  investment: yuan.optional(),
  recruit: yuan.optional(),
});

export const applyForm = z.object({
  intent: z.literal("apply"),
  submissionKey: z.string().max(60).optional(),
});

export const decisionForm = z.object({
  intent: z.enum(["accept", "award", "return", "end"]),
  version: z.number().int(),
  note: z.string().trim().max(1000).optional(),
});

export type EvidenceInput = z.infer<typeof evidenceForm>;
export type FiguresInput = z.infer<typeof figuresForm>;
export type DecisionInput = z.infer<typeof decisionForm>;
