import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";
import { MOST_CHOICES } from "./rules/round-choices";
import { CRITERIA, MOST_WEIGHT } from "./rules/round-criteria";

const day = z.string().refine(isCivilDate, "errors.notADate");
const key = z.string().max(60).optional();
const id = z.string().max(60);

/** How many of what one round holds at most. House rule. */
export const ROUND_LIMITS = { slots: 100, students: 1_500, schools: 10, cohorts: 50, group: 5 } as const;

const dates = { choicesUntil: day, ranksUntil: day, publishOn: day };

export const roundForm = z
  .object({
    name: z.string().trim().min(1).max(80),
    ...dates,
    mostChoices: z.int().min(1).max(MOST_CHOICES),
    categoryBy: z.enum(["none", "school", "programme"]),
    schools: z.array(id).max(ROUND_LIMITS.schools).default([]),
    submissionKey: key,
  })
  .refine((form) => form.choicesUntil <= form.ranksUntil, {
    path: ["ranksUntil"],
    message: "rounds.errors.ranksBefore",
  })
  .refine((form) => form.ranksUntil <= form.publishOn, {
    path: ["publishOn"],
    message: "rounds.errors.publishBefore",
  });
export type RoundForm = z.infer<typeof roundForm>;

export const slotsForm = z.object({
  version: z.int(),
  slots: z
    .array(
      z.object({
        listingId: id,
        take: z.boolean().default(false),
        capacity: z.int().min(1).max(1_000).optional(),
        reserved: z.int().min(0).max(1_000).optional(),
        reservedFor: z.string().max(60).optional(),
        quota: z.int().min(0).max(1_000).optional(),
        quotaFor: z.string().max(60).optional(),
      }),
    )
    .max(300)
    .default([]),
});
export type SlotsForm = z.infer<typeof slotsForm>;

export const cohortsForm = z.object({
  cohorts: z
    .array(z.string().regex(/^[^:]{1,60}:\d{4}$/))
    .min(1)
    .max(ROUND_LIMITS.cohorts),
});

export const choicesForm = z.object({
  places: z
    .array(z.object({ slotId: id, place: z.int().min(1).max(99).optional() }))
    .max(ROUND_LIMITS.slots)
    .default([]),
  share: z.boolean().default(false),
  version: z.int(),
});

export const groupForm = z.object({ groupCode: z.string().trim().max(12).optional() });

export const ranksForm = z.object({
  version: z.int(),
  criteria: z.object(
    Object.fromEntries(CRITERIA.map((name) => [name, z.int().min(0).max(MOST_WEIGHT).default(0)])) as {
      [K in (typeof CRITERIA)[number]]: z.ZodDefault<z.ZodInt>;
    },
  ),
  ranks: z
    .array(
      z.object({
        studentId: id,
        place: z.int().min(1).max(3_000).optional(),
        refused: z.boolean().default(false),
      }),
    )
    .max(ROUND_LIMITS.students)
    .default([]),
});
export type RanksForm = z.infer<typeof ranksForm>;

export const reasonForm = z.object({ reason: z.string().trim().min(2).max(300) });
export const moveForm = z.object({ version: z.int(), submissionKey: key });
