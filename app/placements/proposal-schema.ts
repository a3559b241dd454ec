import { z } from "zod";
import { HAZARD_CODES } from "~/catalogues/hazards";
import { normalizeUscc, usccProblem } from "~/organizations/rules/uscc";
import { isCivilDate } from "~/platform/time/clock";

const day = z.string().refine(isCivilDate, "errors.notADate");
const yesNo = z.enum(["yes", "no"]).transform((answer) => answer === "yes");
const text = (most: number) => z.string().trim().min(1).max(most);

const yuan = z
  .number()
  .min(0)
  .max(1_000_000)
  .transform((amount) => Math.round(amount * 100));

const lines = z
  .string()
  .max(3000)
  .transform((typed) =>
    typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  )
  .pipe(z.array(z.string().max(200)).min(1).max(30));

const hours = (most: number) => z.number().min(0.5).max(most).multipleOf(0.5, "listings.errors.halfHours");

/** What a student knows of a host they found: who it is, the post and its terms. What they do not know may stay empty. */
export const proposalSchema = z
  .object({
    submissionKey: z.string().max(60).optional(),
    version: z.number().int().optional(),
    uscc: z
      .string()
      .transform(normalizeUscc)
      .refine((code) => usccProblem(code) === null, "applications.errors.uscc"),
    hostName: text(80),
    region: text(60),
    address: text(200),
    industry: z.string().trim().max(60).optional(),
    employees: z.number().int().min(1).max(2_000_000).optional(),
    postHeadcount: z.number().int().min(1).max(200_000).optional(),
    contactName: text(40),
    contactPhone: z
      .string()
      .trim()
      .regex(/^(?:1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?)$/, "applications.errors.phone"),
    title: text(80),
    occupation: text(60),
    startsOn: day,
    endsOn: day,
    tasks: lines,
    hoursPerDay: hours(24).optional(),
    hoursPerWeek: hours(168).optional(),
    nightShifts: yesNo.optional(),
    overtime: yesNo.optional(),
    restDayWork: yesNo.optional(),
    labourIntensity: z.enum(["1", "2", "3", "4"]).optional(),
    hazards: z
      .array(z.enum(["none", ...HAZARD_CODES]))
      .refine((chosen) => !chosen.includes("none") || chosen.length === 1, "listings.errors.noneWithOthers")
      .optional(),
    pay: yuan.optional(),
    samePostPay: yuan.optional(),
    lowestTierPay: yuan.optional(),
    lodging: z.enum(["unified", "home", "outside"]).optional(),
    fees: z.enum(["none", "some"]).optional(),
    fee: z.string().trim().max(60).optional(),
    agent: yesNo.optional(),
    insurance: z.enum(["school", "host"]).optional(),
    why: text(500),
    crossReason: z.string().trim().max(500).optional(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    message: "applications.errors.datesReversed",
  })
  .refine(({ fees, fee }) => fees !== "some" || fee, { path: ["fee"], message: "errors.required" });
export type ProposalInput = z.output<typeof proposalSchema>;

export const decideSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("return"),
    version: z.number().int(),
    reason: z.string().trim().min(1, "applications.errors.reasonNeeded").max(500),
  }),
  z.object({
    intent: z.literal("approve"),
    version: z.number().int(),
    justification: z.string().trim().max(500).optional(),
  }),
  z.object({ intent: z.literal("withdraw"), version: z.number().int() }),
]);
export type ProposalDecision = z.output<typeof decideSchema>;
