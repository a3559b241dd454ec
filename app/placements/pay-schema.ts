import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";

const yuan = z
  .number("pay.errors.amount")
  .min(0, "pay.errors.amount")
  .max(100_000, "pay.errors.amount")
  .transform((value) => Math.round(value * 100));

/** What was paid for one month; money typed in yuan, kept in fen. */
export const payForm = z.object({
  month: z.string("errors.required").regex(/^\d{4}-(0[1-9]|1[0-2])$/, "errors.required"),
  paid: yuan,
  paidOn: z.string("errors.required").refine(isCivilDate, "errors.notADate"),
  payee: z.enum(["student", "third_party"], "errors.required"),
  deducted: yuan.optional(),
  deductedFor: z.string().max(200).optional(),
});
export type PayInput = z.infer<typeof payForm>;

export const RECEIPTS = ["received", "less", "not_received"] as const;

/** A student's word on one month. */
export const receiptForm = z.object({
  record: z.string().max(60),
  receipt: z.enum(RECEIPTS, "errors.required"),
  received: yuan.optional(),
});
