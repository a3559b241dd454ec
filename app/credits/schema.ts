import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";
import { CLAIM_SOURCES } from "./rules/claim";
import { EQUIVALENCE_TYPES } from "./rules/convert";
import { COURSE_KINDS } from "./rules/course";

const civilDate = z.string().refine(isCivilDate, "errors.notADate");
const reason = z.string().trim().min(4).max(500);
const version = z.number().int();
const submissionKey = z.string().max(60).optional();
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/, "credits.errors.code");
/** Credits as people write them, two decimals at most, kept in hundredths. */
const credits = z
  .number()
  .min(0)
  .max(60)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, "credits.errors.hundredths")
  .transform((value) => Math.round(value * 100));
const grade = z.coerce.number().int().min(1).max(3);
const term = z.coerce.number().int().min(1).max(2);

export const courseForm = z.object({
  submissionKey,
  code,
  name: z.string().trim().min(1).max(60),
  kind: z.enum(COURSE_KINDS),
  majorCode: z.string().trim().max(20).optional(),
  credits,
  hours: z.number().int().min(0).max(2_000),
  grade,
  term,
  required: z.boolean().optional(),
  offered: z.boolean().optional(),
  validFrom: civilDate,
});
export type CourseForm = z.output<typeof courseForm>;

export const startTableForm = z.object({
  submissionKey,
  agreement: z.uuid(),
  direction: z.enum(["out", "in"]),
  validFrom: civilDate,
});

export const openVersionForm = z.object({ submissionKey, validFrom: civilDate });

export const tableLineForm = z
  .object({
    version,
    sourceCode: code,
    type: z.enum(EQUIVALENCE_TYPES),
    destinationCode: code.optional(),
    minimum: z.number().min(0).max(100).optional(),
    share: z.number().min(1).max(100).optional(),
    note: z.string().trim().max(200).optional(),
  })
  .refine((form) => form.destinationCode !== undefined || form.type === "elective" || form.type === "none", {
    path: ["destinationCode"],
    message: "credits.errors.destination",
  });
export type TableLineForm = z.output<typeof tableLineForm>;

export const removeLineForm = z.object({ version, line: z.uuid() });
export const versionForm = z.object({ version });
export const reasonForm = z.object({ version, reason });
export const signForm = z.object({
  password: z.string().min(1, "credits.errors.password").max(200),
  digest: z.string().length(64),
});

export const transcriptLineForm = z.object({
  version,
  code: z.string().trim().min(1).max(30),
  name: z.string().trim().min(1).max(60),
  credits,
  hours: z.number().int().min(0).max(2_000).optional(),
  grade: z.string().trim().min(1).max(20),
  term: z.string().trim().min(1).max(20),
});

export const dropLineForm = z.object({ version, line: z.string().min(1).max(60) });

export const overrideForm = z.object({
  version,
  line: z.string().min(1).max(60),
  outcome: z.enum(["table", "recognised", "elective", "not_recognised"]),
  destinationCode: code.optional(),
  credits: credits.optional(),
  reason: z.string().trim().max(500).optional(),
});
export type OverrideForm = z.output<typeof overrideForm>;

export const confirmForm = z.object({ version, digest: z.string().length(64) });

export const finishForm = z.object({
  version,
  studentNumber: z.string().trim().min(1).max(40),
  className: z.string().trim().min(1).max(60),
});

export const planForm = z
  .object({ version, tutor: z.uuid(), fromOn: civilDate, untilOn: civilDate })
  .refine((form) => form.fromOn <= form.untilOn, {
    path: ["untilOn"],
    message: "credits.errors.untilBefore",
  });

export const noteForm = z.object({ submissionKey, text: z.string().trim().min(2).max(1_000) });

export const settleForm = z.object({
  version,
  outcome: z.enum(["passed", "not_passed"]),
  grade: z.string().trim().min(1).max(20),
  result: z.string().trim().max(500).optional(),
});

export const extendForm = z.object({ version, untilOn: civilDate, reason });

export const creditRuleForm = z
  .object({
    submissionKey,
    source: z.enum(CLAIM_SOURCES),
    title: z.string().trim().min(2).max(80),
    credits,
    validFrom: civilDate,
    validTo: civilDate.optional(),
    document: z.string().trim().min(4).max(200),
  })
  .refine((form) => form.validTo === undefined || form.validFrom <= form.validTo, {
    path: ["validTo"],
    message: "credits.errors.untilBefore",
  });

export const claimForm = z.object({
  submissionKey,
  student: z.string().trim().min(1).max(40).optional(),
  source: z.enum(CLAIM_SOURCES),
  title: z.string().trim().min(2).max(80),
  issuer: z.string().trim().min(2).max(80),
  number: z.string().trim().max(60).optional(),
  happenedOn: civilDate,
});

export const claimDecisionForm = z.object({
  version,
  outcome: z.enum(["granted", "refused"]),
  rule: z.uuid().optional(),
  reason,
});
