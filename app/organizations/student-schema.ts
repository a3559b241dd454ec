import { z } from "zod";
import { mobileField } from "~/identity/consent-schema";
import { emailField, newPasswordField } from "~/identity/schema";
import { isCivilDate } from "~/platform/time/clock";
import { CORRECTABLE, DATA_REQUEST_KINDS } from "./rules/data-request";
import { STUDENT_STATES } from "./rules/student-lifecycle";

const civilDate = z.string().refine(isCivilDate, "errors.notADate");

/** The roll's address: words, programme, class, state, and the student number the last page ended with. */
export const studentQuery = z.object({
  q: z.string().max(40).optional(),
  programme: z.uuid().optional(),
  className: z.string().max(40).optional(),
  state: z.enum(["active", "left", "graduated"]).default("active"),
  after: z.string().max(40).optional(),
});
export type StudentQuery = z.infer<typeof studentQuery>;

export const revealForm = z.object({ reason: z.string().trim().min(4).max(200) });

export const moveForm = z.object({ state: z.enum(STUDENT_STATES), version: z.number().int() });

export const inviteStudentsForm = z.object({
  way: z.enum(["mail", "print"]),
  programme: z.uuid().optional(),
  className: z.string().max(40).optional(),
  student: z.uuid().optional(),
  submissionKey: z.uuid().optional(),
});

/** Which printed codes to show. */
export const slipQuery = z.object({
  programme: z.uuid().optional(),
  className: z.string().max(40).optional(),
});

const proof = { birthDate: civilDate.optional(), tail: z.string().max(10).optional() };

export const joinForm = z.object({ ...proof, password: newPasswordField });
export const acceptForm = z.object(proof);
export const mailJoinForm = z.object({ ...proof, email: emailField });

/** What a school may correct in one record; empty sealed fields keep what is there. */
export const correctForm = z.object({
  version: z.number().int(),
  name: z.string().min(2).max(40),
  sex: z.enum(["male", "female"]),
  className: z.string().min(1).max(40),
  programme: z.uuid(),
  entryYear: z.number().int().min(2000).max(2100),
  birthDate: civilDate.optional(),
  phone: mobileField.optional(),
  email: emailField.optional(),
});

export const eraseForm = z.object({ password: z.string().min(1).max(200), understood: z.literal("on") });

export const versionForm = z.object({ version: z.number().int() });

/** What a guardian asks the school about a child's data. */
export const dataRequestForm = z.object({
  kind: z.enum(DATA_REQUEST_KINDS),
  field: z.enum(CORRECTABLE).optional(),
  text: z.string().trim().min(4).max(1000),
  submissionKey: z.uuid().optional(),
});

export const dataAnswerForm = z.object({
  request: z.uuid(),
  outcome: z.enum(["done", "refused"]),
  answer: z.string().trim().min(2).max(1000),
});
