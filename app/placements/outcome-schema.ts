import { z } from "zod";
import { destinationKind, OUTCOME_DEFINITIONS } from "./rules/outcome-definitions";

const score = z.coerce.number().int().min(1).max(5).optional();

/** What a graduate may say on the one page; only the destination must be said. */
export const outcomeForm = z.object({
  destination: z
    .string("errors.required")
    .refine((code) => destinationKind(code) !== null, "outcomes.errors.code"),
  employerName: z.string().max(120).optional(),
  sameUnit: z.enum(["yes", "no"]).optional(),
  occupation: z.string().max(20).optional(),
  ownMatch: z.enum(["yes", "no"]).optional(),
  region: z.string().max(6).optional(),
  payBand: z.enum(OUTCOME_DEFINITIONS.payBands).optional(),
  satisfaction: score,
});

/** What an employer may say of a graduate: whether they work there, and how satisfied it is. */
export const employerForm = z.object({
  employed: z.enum(["yes", "no"], "errors.required"),
  satisfaction: score,
});

export type OutcomeAnswer = z.output<typeof outcomeForm>;
