import { z } from "zod";
import { BULLETIN_PARTS, MOST_INDICATORS } from "./rules/bulletins/content";
import { RHYTHMS } from "./rules/bulletins/rhythm";
import { DOSSIER_KINDS } from "./rules/dossiers/packs";
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

export const bulletinForm = z.object({
  intent: z.literal("define"),
  title: z
    .string("reports.errors.title")
    .trim()
    .min(2, "reports.errors.title")
    .max(60, "reports.errors.title"),
  rhythm: z.enum(RHYTHMS, "reports.errors.rhythm"),
  day: z
    .number("reports.errors.day")
    .int("reports.errors.day")
    .min(1, "reports.errors.day")
    .max(28, "reports.errors.day"),
  indicators: z
    .array(z.string().max(60))
    .max(MOST_INDICATORS, "reports.errors.tooManyIndicators")
    .default([]),
  parts: z.array(z.enum(BULLETIN_PARTS)).max(BULLETIN_PARTS.length).default([]),
  rankedBy: z.string().max(60).optional(),
  submissionKey: z.string().max(60).optional(),
});

export const bulletinEnd = z.object({ intent: z.literal("end"), id: z.string().max(60), version });

export const dossierForm = z.object({
  kind: z.enum(DOSSIER_KINDS, "reports.errors.dossierKind"),
  submissionKey: z.string().max(60).optional(),
});

export type BulletinInput = z.infer<typeof bulletinForm>;
