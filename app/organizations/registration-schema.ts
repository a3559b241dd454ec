import { z } from "zod";
import { emailField, nameField, newPasswordField } from "~/identity/schema";

/** Kinds that register themselves; authorities are admitted by the operator. */
export const SELF_REGISTERED_KINDS = [
  "enterprise",
  "school",
  "general_school",
  "industry_body",
  "park",
] as const;
export type SelfRegisteredKind = (typeof SELF_REGISTERED_KINDS)[number];

const organizationFields = {
  kind: z.enum(SELF_REGISTERED_KINDS),
  name: z.string().trim().min(2).max(100),
  /** 统一社会信用代码, or the 10-digit school code of a school. */
  code: z.string().trim().min(1).max(40),
  region: z.string().trim().min(1).max(60),
  terms: z
    .boolean()
    .optional()
    .refine((accepted) => accepted === true, "registration.errors.terms"),
  submissionKey: z.uuid().optional(),
};

/** What somebody with an account gives to register an organization. */
export const ownRegistrationForm = z.object(organizationFields);

/** What a newcomer gives: the organization and the person who will be its first owner. */
export const registrationForm = z.object({
  ...organizationFields,
  contactName: nameField,
  email: emailField,
  password: newPasswordField,
});

export type OrganizationInput = z.infer<typeof ownRegistrationForm>;
export type RegistrationInput = z.infer<typeof registrationForm>;

/** An organization about to be registered, as a confirmation link carries it. */
export const draftSchema = z.object({
  kind: z.enum(SELF_REGISTERED_KINDS),
  name: z.string(),
  uscc: z.string().nullable(),
  schoolCode: z.string().nullable(),
  regionCode: z.string(),
});
export type OrganizationDraft = z.infer<typeof draftSchema>;

/** Everything a confirmation link carries, sealed. */
export const registrationDetails = z.object({
  draft: draftSchema,
  contactName: z.string(),
  passwordHash: z.string(),
});
