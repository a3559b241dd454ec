import { z } from "zod";
import { LANGUAGES } from "~/platform/i18n/words";
import { ROLES } from "./actor";
import { PASSWORD_MAX, passwordProblem } from "./rules/password-policy";

/** An e-mail address as it is kept: trimmed and lower-case, because people type it both ways. */
export const emailField = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** A person's name, 1 to 60 characters. */
export const nameField = z.string().trim().min(1).max(60);

/** A password somebody is about to choose; the policy says what is wrong with it. */
export const newPasswordField = z
  .string()
  .max(PASSWORD_MAX)
  .superRefine((password, issues) => {
    const problem = passwordProblem(password);
    if (problem) issues.addIssue({ code: "custom", message: problem.key, params: problem.values });
  });

/** A password that exists already: any text, bounded so that checking it costs no more than it should. */
export const knownPasswordField = z.string().min(1).max(PASSWORD_MAX);

export const signInForm = z.object({ email: emailField, password: knownPasswordField });

export const forgottenForm = z.object({ email: emailField });

export const resetForm = z.object({ password: newPasswordField });

export const profileForm = z.object({
  name: nameField,
  language: z.enum(LANGUAGES),
  version: z.number().int(),
});

export const changePasswordForm = z.object({ current: knownPasswordField, password: newPasswordField });

export const revokeForm = z.object({ session: z.uuid() });

export const switchForm = z.object({ organization: z.uuid() });

export const inviteForm = z.object({
  email: emailField,
  role: z.enum(ROLES),
  submissionKey: z.uuid().optional(),
});

export const invitationForm = z.object({ invitation: z.uuid() });

export const roleForm = z.object({ membership: z.uuid(), role: z.enum(ROLES), version: z.number().int() });

export const endForm = z.object({ membership: z.uuid(), version: z.number().int() });

export const joinForm = z.object({ name: nameField, password: newPasswordField });

/** A code of the second step as typed: six digits, or a recovery code with or without its dash. */
export const codeField = z.string().trim().min(6).max(40);

export const codeForm = z.object({ code: codeField });

export const proofForm = z.object({ password: knownPasswordField, code: codeField });

export const disownForm = z.object({ signIn: z.uuid() });

/** Why an operator looks at a person or keeps one out: it goes on record. */
export const reasonField = z.string().trim().min(4).max(300);

export const personSearchForm = z.object({ q: z.string().trim().min(1).max(254) });

export const personReasonForm = z.object({ reason: reasonField, version: z.number().int() });
