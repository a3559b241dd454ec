import { z } from "zod";
import { HAZARD_CODES } from "~/catalogues/hazards";
import type { AnswerKey } from "./rules/answers";
import { SKILL_LEVELS } from "./terms";

const yesNo = z.enum(["yes", "no"]).transform((said) => said === "yes");
const fen = z.coerce
  .number()
  .min(0)
  .max(1_000_000)
  .transform((yuan) => Math.round(yuan * 100));
const several = (value: unknown) => (Array.isArray(value) ? value : [value]).filter((one) => one !== "none");

/** How each open fact is read from a form; money is typed in yuan and kept in fen. */
export const ANSWER_SCHEMAS = {
  hoursPerDay: z.coerce.number().min(0).max(24),
  hoursPerWeek: z.coerce.number().min(0).max(168),
  nightShifts: yesNo,
  overtime: yesNo,
  restDayWork: yesNo,
  labourIntensity: z.coerce.number().int().min(1).max(4),
  hazards: z.preprocess(several, z.array(z.enum(HAZARD_CODES)).max(40)),
  samePostPayFen: fen,
  payMonthlyFen: fen,
  payCycleDays: z.coerce.number().int().min(1).max(366),
  payDay: z.coerce.number().int().min(1).max(31),
  fees: z.preprocess(several, z.array(z.string().max(60)).max(20)),
  agentInvolved: yesNo,
  targetLevel: z.enum(SKILL_LEVELS),
  labourContractMonths: z.coerce.number().int().min(0).max(600),
  minimumWageFen: fen,
  lawful: z.literal("on").transform(() => true),
  insuranceBy: z.enum(["school", "host"]),
  lodging: z.enum(["unified", "home", "outside"]),
  warnReason: z.string().min(4).max(500),
} as const satisfies Record<AnswerKey, z.ZodType>;

/** What a fee may be called; the codes are those of the fact "fees". */
export const FEES = [
  "deposit",
  "training",
  "commission",
  "management",
  "material",
  "employment_service",
  "other",
] as const;
