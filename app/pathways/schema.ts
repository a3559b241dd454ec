import { z } from "zod";
import { DIRECTIONS, FACT_KEYS, PARTS, STUDY_FORMS } from "./rules/pack";
import { GENERAL_EXAMS } from "./rules/proficiency";
import { EDGES } from "./rules/term";

const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "errors.notADate");
const reason = z.string().trim().min(2).max(500);
const version = z.number().int();
/** Points as printed on a score sheet: up to one decimal, kept as tenths. */
const points = z
  .number()
  .min(0)
  .max(1_000)
  .transform((score) => Math.round(score * 10));

export const statedForm = z.object({
  studyForm: z.enum([...STUDY_FORMS, "other"]).optional(),
  entranceScore: points.optional(),
  examsPassed: z.array(z.enum(GENERAL_EXAMS.map((one) => one.subject) as [string, ...string[]])).optional(),
  cityArranged: z.boolean().optional(),
});
export type StatedForm = z.output<typeof statedForm>;

export const startForm = statedForm.extend({
  submissionKey: z.string().max(60).optional(),
  student: z.string().min(1).max(60),
  quota: z.uuid(),
});

export const moveForm = z.object({ version });
export const reasonForm = z.object({ version, reason });
export const factsForm = statedForm.extend({ version });

export const counsellingForm = z.object({
  version,
  heldOn: civilDate,
  present: z.string().trim().min(2).max(200),
  note: z.string().trim().min(2).max(2_000),
  shownHash: z.string().length(64),
});

export const decisionForm = z
  .object({ version, outcome: z.enum(["approve", "refuse"]), reason: z.string().trim().max(500).optional() })
  .refine((form) => form.outcome === "approve" || (form.reason?.length ?? 0) >= 2, {
    path: ["reason"],
    message: "transfers.errors.reason",
  });

export const finishForm = z.object({
  version,
  studentNumber: z.string().trim().min(1).max(40),
  className: z.string().trim().min(1).max(60),
  creditsNote: z.string().trim().min(4).max(500),
});

export const windowForm = z
  .object({
    submissionKey: z.string().max(60).optional(),
    direction: z.enum(DIRECTIONS),
    schoolYear: z.number().int().min(2024).max(2100),
    grade: z.number().int().min(1).max(3),
    term: z.number().int().min(1).max(2),
    edge: z.enum(EDGES),
    opensOn: civilDate,
    closesOn: civilDate,
  })
  .refine((form) => form.opensOn <= form.closesOn, {
    path: ["closesOn"],
    message: "transfers.errors.closesBefore",
  });

export const cancelForm = z.object({ window: z.uuid(), version, reason });

export const quotaForm = z.object({
  window: z.uuid(),
  school: z.uuid().optional(),
  majorCode: z.string().max(20).optional(),
  seats: z.number().int().min(0).max(5_000),
  scoreLine: points.optional(),
  reason: z.string().trim().max(500).optional(),
});

export const pairingForm = z
  .object({ agreement: z.uuid(), validFrom: civilDate, validTo: civilDate })
  .refine((form) => form.validFrom <= form.validTo, {
    path: ["validTo"],
    message: "transfers.errors.closesBefore",
  });

export const pairingMoveForm = z.object({
  pairing: z.uuid(),
  version,
  reason: z.string().trim().max(500).optional(),
});

export const scoreForm = z.object({
  transfer: z.uuid(),
  part: z.enum(PARTS),
  score: z
    .number()
    .min(0)
    .max(100)
    .transform((score) => Math.round(score * 100)),
  note: z.string().trim().max(300).optional(),
});

export const objectionForm = z.object({
  name: z.string().trim().min(1).max(40),
  contact: z.string().trim().min(5).max(120),
  ground: z.enum(["fact", "procedure", "score", "other"]),
  reference: z.string().trim().max(20).optional(),
  text: z.string().trim().min(5).max(2_000),
});

export const answerForm = z.object({
  objection: z.uuid(),
  version,
  answer: z.string().trim().min(5).max(2_000),
  upheld: z.enum(["yes", "no"]).transform((choice) => choice === "yes"),
});

export const changeForm = z.object({
  fact: z.enum(FACT_KEYS as [string, ...string[]]),
  answers: z.array(z.string().max(60)).max(20).optional(),
  validFrom: civilDate,
  document: z.string().trim().min(4).max(200),
  reason,
});

export const enrolForm = z.object({
  submissionKey: z.string().max(60).optional(),
  name: z.string().trim().min(1).max(40),
  idNumber: z.string().trim().max(18),
  studentNumber: z.string().trim().min(1).max(40),
  entryYear: z.number().int().min(2000).max(2100),
  className: z.string().trim().min(1).max(60),
  guardianName: z.string().trim().max(40).optional(),
  guardianPhone: z.string().trim().max(20).optional(),
});
export type EnrolForm = z.output<typeof enrolForm>;

export const claimForm = z.object({ claim: z.uuid(), outcome: z.enum(["kept", "given"]), reason });
