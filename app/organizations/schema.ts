import { z } from "zod";
import { HAZARD_CODES } from "~/catalogues/hazards";
import { isCivilDate } from "~/platform/time/clock";
import { GAP_FIELDS } from "./rules/profile-completeness";

const words = (name: string) => `organizations.errors.${name}`;

/** A phone by which a partner reaches the organization: a mobile number, or a landline with its area code. */
const phone = z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/, words("phone"));

const civilDate = z.string().refine(isCivilDate, "errors.notADate");

/** Yuan as typed, at most two decimals; comes out in fen. */
const yuan = z
  .number()
  .min(0)
  .max(1_000_000)
  .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, words("twoDecimals"))
  .transform((amount) => Math.round(amount * 100));

export const SCHOOL_LEVELS = ["secondary", "associate", "bachelor"] as const;
export const OWNERSHIPS = ["public", "private", "sino_foreign"] as const;

export const profileForm = z.object({
  version: z.number().int(),
  name: z.string().min(2).max(100).optional(),
  shortName: z.string().max(30).optional(),
  uscc: z.string().max(30).optional(),
  schoolCode: z.string().max(30).optional(),
  region: z.string().min(1).max(60),
  address: z.string().max(200).optional(),
  lng: z.number().min(73).max(136).optional(),
  lat: z.number().min(3).max(54).optional(),
  hereLng: z.number().min(-180).max(180).optional(),
  hereLat: z.number().min(-90).max(90).optional(),
  introduction: z.string().max(3000).optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  contactName: z.string().max(40).optional(),
  contactPhone: phone.optional(),
  industry: z.string().max(60).optional(),
  employees: z.number().int().min(1).max(3_000_000).optional(),
  schoolLevel: z.enum(SCHOOL_LEVELS).optional(),
  ownership: z.enum(OWNERSHIPS).optional(),
});
export type ProfileInput = z.infer<typeof profileForm>;

const postFields = {
  name: z.string().min(2).max(60),
  occupation: z.string().min(1).max(80),
  headcount: z.number().int().min(1).max(200_000),
  samePostPay: yuan.optional(),
  labourIntensity: z.coerce.number().int().min(1).max(4).optional(),
  hazards: z.array(z.enum(HAZARD_CODES as [string, ...string[]])).default([]),
};

export const newPostForm = z.object({ ...postFields, submissionKey: z.uuid().optional() });
export const postForm = z.object({ ...postFields, version: z.number().int() });
export type PostInput = Omit<z.infer<typeof newPostForm>, "submissionKey">;

export const MOST_COHORTS = 12;

/** A row of the cohort table; an empty row stands for nothing. */
const cohortRow = z
  .object({
    entryYear: z.number().int().min(2000).max(2100).optional(),
    students: z.number().int().min(1).max(20_000).optional(),
    practiceFrom: civilDate.optional(),
    practiceTo: civilDate.optional(),
  })
  .superRefine((row, issues) => {
    const filled = Object.values(row).some((value) => value !== undefined);
    if (!filled) return;
    for (const path of ["entryYear", "students"] as const) {
      if (row[path] === undefined)
        issues.addIssue({ code: "custom", message: "errors.required", path: [path] });
    }
    if ((row.practiceFrom === undefined) !== (row.practiceTo === undefined)) {
      const path = row.practiceFrom === undefined ? "practiceFrom" : "practiceTo";
      issues.addIssue({ code: "custom", message: words("bothDates"), path: [path] });
    }
    if (row.practiceFrom && row.practiceTo && row.practiceTo < row.practiceFrom) {
      issues.addIssue({ code: "custom", message: "errors.endBeforeStart", path: ["practiceTo"] });
    }
  });

const cohorts = z
  .array(cohortRow)
  .max(MOST_COHORTS)
  .default([])
  .superRefine((rows, issues) => {
    const seen = new Set<number>();
    for (const [index, row] of rows.entries()) {
      if (row.entryYear === undefined) continue;
      if (seen.has(row.entryYear)) {
        issues.addIssue({ code: "custom", message: words("sameYear"), path: [index, "entryYear"] });
      }
      seen.add(row.entryYear);
    }
  });

const programmeFields = {
  name: z.string().max(60).optional(),
  seats: z.number().int().min(1).max(20_000),
  practiceShare: z.number().min(0).max(100).optional(),
  introduction: z.string().max(3000).optional(),
  cohorts,
};

export const newProgrammeForm = z.object({
  major: z.string().min(1).max(80),
  ...programmeFields,
  submissionKey: z.uuid().optional(),
});
export const programmeForm = z.object({ ...programmeFields, version: z.number().int() });
export type ProgrammeInput = Omit<z.infer<typeof programmeForm>, "version">;

export const versionForm = z.object({ version: z.number().int() });

export const evidenceForm = z.object({ intent: z.string().optional(), version: z.number().int().optional() });

/** The operator's decision; notes are `note.<field>`. A return must say why. */
export const decisionForm = z.object({
  reason: z.string().max(1000).optional(),
  note: z.partialRecord(z.enum(GAP_FIELDS), z.string().max(300).optional()).optional(),
});
export type DecisionInput = z.infer<typeof decisionForm>;

export const fieldNotes = z.partialRecord(z.enum(GAP_FIELDS), z.string());
export type FieldNotes = z.infer<typeof fieldNotes>;

/** What the operator is shown: the profile as it was when it was submitted. Stored as JSON. */
export const snapshotSchema = z.object({
  kind: z.string(),
  name: z.string(),
  shortName: z.string(),
  uscc: z.string().nullable(),
  schoolCode: z.string().nullable(),
  regionCode: z.string(),
  region: z.string(),
  address: z.string(),
  industry: z.string().nullable(),
  employees: z.number().nullable(),
  schoolLevel: z.string().nullable(),
  ownership: z.string().nullable(),
  introduction: z.string(),
  website: z.string().nullable(),
  contactName: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  posts: z.number(),
  programmes: z.number(),
  evidence: z.array(z.object({ id: z.string(), name: z.string(), sha256: z.string() })),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const LISTED_KINDS = [
  "enterprise",
  "school",
  "general_school",
  "industry_body",
  "park",
  "authority",
] as const;

/** The public list's address: words, kind, province, and where the last page ended. */
export const organizationQuery = z.object({
  q: z.string().max(80).optional(),
  kind: z.enum(LISTED_KINDS).optional(),
  province: z
    .string()
    .regex(/^\d{2}0000$/, "errors.notACode")
    .optional(),
  after: z.string().max(400).optional(),
});
export type OrganizationQuery = z.infer<typeof organizationQuery>;

/** Where a public profile comes from; stored as JSON. */
export const publicSource = z.object({ authority: z.string(), document: z.string(), date: z.string() });

/** The operator's search of events: every field may be left out. */
export const eventQuery = z
  .object({
    type: z.string().max(40).optional(),
    id: z.string().max(60).optional(),
    name: z.string().max(60).optional(),
    from: civilDate.optional(),
    to: civilDate.optional(),
    before: z
      .string()
      .regex(/^(\d{1,9}|\d{4}-\d{2}-\d{2}T[\d:.]+Z_[0-9a-f-]{36})$/, "errors.wrongFormat")
      .optional(),
  })
  .refine((query) => !query.from || !query.to || query.to >= query.from, {
    path: ["to"],
    message: "errors.endBeforeStart",
  });
export type EventQuery = z.infer<typeof eventQuery>;
