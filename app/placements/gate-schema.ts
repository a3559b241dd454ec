import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";
import { EVIDENCE_KINDS } from "./rules/evidence";

const day = z.string().refine(isCivilDate, "errors.notADate");
const ids = (most: number) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(60)).max(most),
  );

/** One document for the gate of many: what it says and whom it covers. */
export const evidenceForm = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  doneOn: day,
  alsoOn: day.optional(),
  validTo: day.optional(),
  number: z.string().max(80).optional(),
  insurer: z.string().max(80).optional(),
  payer: z.enum(["school", "host"]).optional(),
  scope: z.enum(["high_risk", "rest_days", "night_overtime"]).optional(),
  note: z.string().max(500).optional(),
  placement: ids(300),
  subject: ids(100),
  submissionKey: z.string().max(60).optional(),
});
export type EvidenceInput = z.infer<typeof evidenceForm>;

/** 实习方案 as it is written. */
export const planForm = z.object({
  title: z.string().min(1).max(80),
  startsOn: day,
  endsOn: day,
  programme: ids(60),
  goals: z.string().min(1).max(2000),
  arrangement: z.string().min(1).max(4000),
  rules: z.string().min(1).max(4000),
  emergency: z.string().min(1).max(4000),
  version: z.coerce.number().int().optional(),
  submissionKey: z.string().max(60).optional(),
});
export type PlanInput = z.infer<typeof planForm>;

/** An authority's record that lets a unit take more than the ratio. */
export const exceptionForm = z.object({
  post: z.string().max(60).optional(),
  startsOn: day,
  endsOn: day,
  upTo: z.coerce.number().int().min(1).max(100_000),
  reason: z.string().min(4).max(500),
  authority: z.string().min(2).max(120),
  number: z.string().min(1).max(80),
  submissionKey: z.string().max(60).optional(),
});
export type ExceptionInput = z.infer<typeof exceptionForm>;
