import { z } from "zod";
import { ROUND_BOUNDS, type RoundDocument, type RoundResult } from "./rules/allocation/document";

const id = z.string().min(1).max(ROUND_BOUNDS.id);
const seats = z.int().min(0).max(ROUND_BOUNDS.seats);
const seatsByCategory = z.record(id, seats);
const choices = z.array(id).max(ROUND_BOUNDS.choices).describe("Slot ids, best first; distinct");

/**
 * The shape of a round's document, for the API and its description. What a shape cannot say (unknown ids, duplicates,
 * one order per slot, reserved seats within capacity) is refused by `readRoundDocument`, with pointers.
 */
export const roundDocumentSchema = z.strictObject({
  students: z
    .array(
      z.strictObject({
        id,
        choices,
        category: id.optional().describe("Whose reserved seats and quotas apply"),
      }),
    )
    .max(ROUND_BOUNDS.students),
  slots: z
    .array(
      z.strictObject({
        id,
        capacity: seats,
        ranking: z
          .array(id)
          .optional()
          .describe("Student ids, best first; who is not listed is not acceptable"),
        scores: z
          .record(id, z.number())
          .optional()
          .describe("Points per student id, higher is better; ties are broken by the seed"),
        unit: id.optional(),
        reserved: seatsByCategory.optional().describe("Seats only this category may take"),
        quotas: seatsByCategory.optional().describe("At most so many of this category"),
      }),
    )
    .max(ROUND_BOUNDS.slots)
    .describe("Each with either ranking or scores"),
  units: z
    .array(z.strictObject({ id, cap: seats.describe("Admissions over all slots of the unit") }))
    .max(ROUND_BOUNDS.units)
    .optional(),
  groups: z
    .array(z.strictObject({ id, students: z.array(id).min(2).max(ROUND_BOUNDS.groupStudents), choices }))
    .max(ROUND_BOUNDS.groups)
    .optional()
    .describe("Students who want the same slot; without one for all, each goes on with its own choices"),
  categories: z.array(id).max(ROUND_BOUNDS.categories).optional(),
  seed: z.union([z.string().min(1).max(ROUND_BOUNDS.id), z.int()]),
}) satisfies z.ZodType<RoundDocument>;

const values = z.record(z.string(), z.union([z.string(), z.number()]));

/** The result of a round, as the command prints it and the API answers it. */
export const roundResultSchema = z.strictObject({
  matches: z.array(z.strictObject({ student: id, slot: id.nullable() })),
  stable: z.boolean().describe("What the checker found, which knows nothing of the solver"),
  stability: z
    .enum(["plain", "unitOrder", "reserved", "unitOrderReserved"])
    .describe("Which notion of stability was checked"),
  rounds: z.int().min(0).describe("Waves of proposals"),
  seed: z.string(),
  unmatched: z.int().min(0),
  unfilled: z.array(z.strictObject({ slot: id, seats: z.int().min(1) })),
  groups: z.array(z.strictObject({ id, slot: id.nullable(), struck: z.array(id) })).optional(),
  explanations: z
    .array(
      z.strictObject({
        student: id,
        slot: id,
        choice: z.int().min(1),
        reason: z.enum([
          "notListed",
          "noSeats",
          "behindLast",
          "behindQuota",
          "quotaClosed",
          "behindReserved",
          "onlyReserved",
          "unitCap",
          "unitClosed",
          "groupApart",
        ]),
        values,
      }),
    )
    .optional()
    .describe("Why not, for every choice a student liked better"),
}) satisfies z.ZodType<RoundResult>;

/** One thing wrong in a document. */
export const roundProblemSchema = z.strictObject({
  pointer: z.string().describe("RFC 6901"),
  key: z.string(),
  values,
});
