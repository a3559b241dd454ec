import { z } from "zod";
import { HAZARD_CODES } from "~/catalogues/hazards";
import { isCivilDate } from "~/platform/time/clock";

const day = z.string().refine(isCivilDate, "errors.notADate");

export const SKILL_LEVELS = ["level5", "level4", "level3", "level2", "level1"] as const;

export const PLACEMENT_TYPES = ["internship", "apprenticeship", "observation"] as const;
export type PlacementType = (typeof PLACEMENT_TYPES)[number];

/**
 * What was agreed for one placement, copied from the listing, the round or the self-found form on the day it was agreed
 * and never looked up again. Money in fen a month, hours as numbers in halves, dates civil; null is unknown, and an
 * unknown never passes a rule.
 */
export const placementTerms = z.object({
  type: z.enum(PLACEMENT_TYPES),
  title: z.string().max(200),
  postId: z.string().nullable(),
  occupationCode: z.string().nullable(),
  industryCode: z.string().nullable(),
  regionCode: z.string(),
  address: z.string().max(300),
  startsOn: day,
  endsOn: day,
  tasks: z.array(z.string().max(200)).max(30),
  majorCodes: z.array(z.string()).max(20),
  hoursPerDay: z.number().min(0).max(24).nullable(),
  hoursPerWeek: z.number().min(0).max(168).nullable(),
  nightShifts: z.boolean().nullable(),
  overtime: z.boolean().nullable(),
  restDayWork: z.boolean().nullable(),
  labourIntensity: z.number().int().min(1).max(4).nullable(),
  hazards: z.array(z.enum(HAZARD_CODES)).nullable(),
  payMonthlyFen: z.number().int().min(0).nullable(),
  samePostPayFen: z.number().int().min(0).nullable(),
  lowestTierPayFen: z.number().int().min(0).nullable(),
  payCycleDays: z.number().int().min(1).max(366).nullable(),
  payDay: z.number().int().min(1).max(31).nullable(),
  lodging: z.enum(["unified", "home", "outside"]).nullable(),
  fees: z.array(z.string().max(60)).max(20).nullable(),
  agentInvolved: z.boolean().nullable(),
  insuranceBy: z.enum(["school", "host"]).nullable(),
  apprenticeStatus: z.string().max(40).nullable(),
  /** Level of the occupational skill grade aimed at, "level5" (初级工) to "level1" (高级技师). */
  targetLevel: z.enum(SKILL_LEVELS).nullable().default(null),
  /** What only an enterprise apprentice has: the labour contract's length, and the minimum wage it is held against. */
  labourContractMonths: z.number().int().min(0).max(600).nullable().default(null),
  minimumWageFen: z.number().int().min(0).nullable().default(null),
  crossCategoryReason: z.string().max(500).nullable(),
});

export type PlacementTerms = z.infer<typeof placementTerms>;
