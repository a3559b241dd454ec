import { z } from "zod";
import { CONSENT_PURPOSES } from "./rules/consent-purposes";
import { newPasswordField } from "./schema";

const reason = z.string().max(500).optional();

export const digitsForm = z.object({ digits: z.string().regex(/^\d{4}$/, "consents.errors.fourDigits") });

export const linkAnswerForm = z.object({ reason });

export const guardianAccountForm = z.object({ password: newPasswordField });

/** One matter a person speaks about with their account. */
export const matterForm = z.object({
  student: z.uuid(),
  purpose: z.enum(CONSENT_PURPOSES),
  recipient: z.uuid().optional(),
  reason,
});

export const RELATIONS = ["father", "mother", "grandparent", "other"] as const;
export type Relation = (typeof RELATIONS)[number];

/** A mobile number as guardians and students give it. */
export const mobileField = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, "").replace(/^\+?86(?=1)/, ""))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, "errors.notAPhone"));

export const guardianForm = z.object({
  guardian: z.uuid().optional(),
  version: z.number().int().optional(),
  name: z.string().min(1).max(40),
  relation: z.enum(RELATIONS),
  phone: mobileField,
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()).optional(),
});

export const askConsentForm = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  recipient: z.string().max(120).optional(),
});
