import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";
import { KIND_IDS } from "./rules/kinds";
import { LEAVING_REASONS } from "./rules/results";

const civilDate = z.string().refine(isCivilDate, "errors.notADate");
const version = z.number().int();
const submissionKey = z.string().max(60).optional();
const reason = z.string().trim().max(500).optional();
const intakeYear = z.number().int().min(2015).max(2100);

export const MOST_PARTS = 4;
export const MOST_ENTERPRISES = 6;
export const MOST_ROWS = 60;

export const newPathwayForm = z.object({
  submissionKey,
  kind: z.enum(KIND_IDS),
  title: z.string().trim().min(4).max(80),
  agreement: z.uuid().optional(),
  firstIntake: intakeYear,
});
export type NewPathwayForm = z.output<typeof newPathwayForm>;

const percent = z
  .number()
  .min(0)
  .max(100)
  .transform((share) => Math.round(share * 100));

const stage = z.object({
  school: z.uuid().optional(),
  major: z.string().trim().max(80).optional(),
  quota: z.number().int().min(0).max(2_000).optional(),
});

const part = z.object({ name: z.string().trim().max(40).optional(), weight: percent.optional() });

export const planForm = z.object({
  version,
  title: z.string().trim().min(4).max(80),
  summary: z.string().trim().max(2_000).optional(),
  agreement: z.uuid().optional(),
  firstIntake: intakeYear,
  stages: z.array(stage).max(2).optional(),
  enterprises: z.array(z.uuid()).max(MOST_ENTERPRISES).optional(),
  examMonth: z.number().int().min(1).max(12).optional(),
  examDate: z.number().int().min(1).max(31).optional(),
  parts: z.array(part).max(MOST_PARTS).optional(),
  pass: percent.optional(),
});
export type PlanForm = z.output<typeof planForm>;

export const movePathwayForm = z.object({
  version,
  action: z.enum(["propose", "takeBack", "start", "close", "end", "withdraw"]),
  reason,
});
export type MovePathwayForm = z.output<typeof movePathwayForm>;

export const answerForm = z.object({ version, outcome: z.enum(["confirm", "decline"]), reason });

export const decisionForm = z.object({
  version,
  outcome: z.enum(["approve", "giveBack"]),
  filingNumber: z.string().trim().max(60).optional(),
  reason,
});

export const cohortForm = z.object({
  submissionKey,
  intakeYear,
  enrolled: z.number().int().min(1).max(2_000),
});

export const cohortChangeForm = z.object({
  version,
  enrolled: z.number().int().min(1).max(2_000),
  examinationOn: civilDate,
});

export const studentsForm = z.object({
  numbers: z.string().max(20_000).optional(),
  className: z.string().max(60).optional(),
});

export const resultsForm = z.object({
  rows: z
    .array(
      z.object({
        member: z.uuid(),
        version,
        scores: z.array(percent.optional()).max(MOST_PARTS).optional(),
      }),
    )
    .max(MOST_ROWS)
    .optional(),
});
export type ResultsForm = z.output<typeof resultsForm>;

export const leavingForm = z.object({
  member: z.uuid(),
  leaving: z.enum([...LEAVING_REASONS, "mistake"]),
});

export const openQuery = z.object({
  kind: z.enum(KIND_IDS).optional(),
  q: z.string().trim().max(40).optional(),
  after: z.uuid().optional(),
});
export type OpenQuery = z.output<typeof openQuery>;
