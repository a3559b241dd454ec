import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";

const hours = z
  .number("followup.errors.hours")
  .min(0, "followup.errors.hours")
  .max(24, "followup.errors.hours");
const days = {
  d0: hours.optional(),
  d1: hours.optional(),
  d2: hours.optional(),
  d3: hours.optional(),
  d4: hours.optional(),
  d5: hours.optional(),
  d6: hours.optional(),
};

type Days = { [K in keyof typeof days]?: number | undefined };

/** The seven typed numbers in order, Monday first. */
export const typedHours = (form: Days): (number | undefined)[] => [
  form.d0,
  form.d1,
  form.d2,
  form.d3,
  form.d4,
  form.d5,
  form.d6,
];

/** A student's week as typed: hours per day, a few lines, whether any of it was at night; the file comes beside it. */
export const weekForm = z.object({
  ...days,
  lines: z.string().max(2000, "errors.tooLong").optional(),
  night: z.literal("on").optional(),
  version: z.number().int().min(0),
});

/** A mentor's correction: the hours as they were, and why. */
export const correctionForm = z.object({
  ...days,
  record: z.string().max(60),
  correction: z.string("errors.required").min(2, "errors.required").max(300),
});

export const CONTACT_KINDS = ["visit", "call", "message"] as const;
export const CONTACT_FOUND = ["well", "watch", "act"] as const;

/** A teacher's contact: how, when, what was found, a note. */
export const contactForm = z.object({
  kind: z.enum(CONTACT_KINDS, "errors.required"),
  doneOn: z.string("errors.required").refine(isCivilDate, "errors.notADate"),
  found: z.enum(CONTACT_FOUND, "errors.required"),
  note: z.string().max(500).optional(),
});

/** The day of a visit a teacher plans. */
export const visitForm = z.object({
  plannedOn: z.string("errors.required").refine(isCivilDate, "errors.notADate"),
});
