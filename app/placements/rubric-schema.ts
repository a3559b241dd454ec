import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";

/** Parts of a rubric, at most. */
export const MOST_PARTS = 10;

/** One line of the form; a line without anything is left out. */
const part = z.object({
  name: z.string().max(40, "errors.tooLong").optional(),
  by: z.enum(["school", "host"]).optional(),
  weight: z
    .number("rubrics.errors.weight")
    .int("rubrics.errors.weight")
    .min(1, "rubrics.errors.weight")
    .max(100, "rubrics.errors.weight")
    .optional(),
});

/** A school's rubric for a major from a day on: parts with whole percents, credits a week, competences one a line. */
export const rubricForm = z.object({
  major: z.string("errors.required").max(10),
  validFrom: z.string("errors.required").refine(isCivilDate, "errors.notADate"),
  credits: z
    .number("rubrics.errors.credits")
    .min(0, "rubrics.errors.credits")
    .max(5, "rubrics.errors.credits"),
  competences: z.string().max(1000, "errors.tooLong").optional(),
  parts: z.array(part).max(MOST_PARTS),
});
export type RubricInput = z.output<typeof rubricForm>;
