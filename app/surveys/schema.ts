import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";
import { AUDIENCES } from "./rules/template";

const civilDate = z.string("errors.required").refine(isCivilDate, "errors.notADate");

export const surveyForm = z.object({
  submissionKey: z.string().max(60).optional(),
  audience: z.enum(AUDIENCES, "surveys.errors.audience"),
  title: z.string("errors.required").trim().min(4, "surveys.errors.title").max(60, "surveys.errors.title"),
  opensOn: civilDate,
  closesOn: civilDate,
});
export type SurveyForm = z.output<typeof surveyForm>;

export const endForm = z.object({ intent: z.literal("end"), version: z.number().int() });
