import { z } from "zod";
import { INDICATOR_TABLES } from "./rules/indicators/indicator";
import { REPORT_KINDS } from "./rules/report-kinds";

const version = z.number().int();

export const sheetUpload = z.object({
  table: z.enum(INDICATOR_TABLES, "reports.errors.table"),
  year: z.string("reports.errors.year").regex(/^20\d\d$/, "reports.errors.year"),
});

export const sheetMove = z.object({ intent: z.enum(["confirm", "discard"]), version });

export const copyForm = z.object({
  kind: z.enum(REPORT_KINDS),
  subjectId: z.string().max(60),
  submissionKey: z.string().max(60).optional(),
});
