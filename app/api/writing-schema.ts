import { z } from "zod";
import { listingChange, listingEntry, newListingEntry } from "~/marketplace/entry-schema";
import { DIRECTIONS, LISTING_KINDS } from "~/marketplace/rules/kinds";
import { CLOSE_REASONS, LISTING_STATES } from "~/marketplace/rules/listing-lifecycle";

const pointed = z.object({
  pointer: z.string().meta({ description: "RFC 6901, into the record" }),
  detail: z.string(),
});

export const findingItem = z.object({
  rule: z.string(),
  verdict: z.enum(["pass", "warn", "block", "missing"]),
  message: z.string(),
  fix: z.string(),
  article: z.string(),
  pointers: z.array(z.string()).meta({ description: "Fields of the record the rule looked at" }),
});

export const written = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(LISTING_STATES),
  url: z.url(),
});

export const newListing = newListingEntry;
export const changedListing = listingChange;

export const closeBody = z.strictObject({
  reason: z.enum(CLOSE_REASONS),
  version: z.int().optional().meta({ description: "Refused as a conflict when it is no longer this one" }),
});

export const bulkBody = z.strictObject({ records: z.array(listingEntry).min(1).max(500) });

export const bulkAnswer = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  answers: z
    .array(
      z.object({
        reference: z.string().nullable(),
        outcome: z.enum(["created", "updated", "unchanged", "refused"]),
        id: z.string().nullable(),
        version: z.int().nullable(),
        state: z.enum(LISTING_STATES).nullable(),
        title: z.string().nullable().meta({ description: "Why it was refused" }),
        errors: z.array(pointed),
        findings: z.array(findingItem),
      }),
    )
    .meta({ description: "One for each record, in order" }),
});

export const mineQuery = z.object({
  reference: z.string().max(100).optional(),
  state: z.enum(LISTING_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.uuid().optional().meta({ description: "`nextCursor` of the page before" }),
});

export const minePage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      url: z.url(),
      reference: z.string().nullable(),
      version: z.int(),
      state: z.enum(LISTING_STATES),
      kind: z.enum(LISTING_KINDS),
      direction: z.enum(DIRECTIONS),
      title: z.string(),
      seats: z.int().nullable(),
      seatsTaken: z.int(),
      openUntil: z.iso.date().nullable(),
      publishedAt: z.string().nullable(),
      updatedAt: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const roundQuery = z.object({
  explanations: z.enum(["true", "false"]).optional().meta({ description: "false leaves the reasons out" }),
});
