import { z } from "zod";
import { ORGANIZATION_KINDS } from "~/identity/actor";
import { DIRECTIONS, LISTING_KINDS } from "~/marketplace/rules/kinds";

const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(100)
  .default(20)
  .meta({ description: "How many items, 1–100" });
const cursor = z.string().max(400).optional().meta({ description: "`nextCursor` of the page before" });
const q = z
  .string()
  .trim()
  .max(100)
  .optional()
  .meta({ description: "Words, code, pinyin or pinyin initials" });

export const majorsQuery = z.object({
  q,
  level: z.enum(["secondary", "associate", "bachelor"]).optional(),
  family: z
    .string()
    .regex(/^\d{2}-\d{2}$/, "errors.notACode")
    .optional()
    .meta({ description: "Class shared by the three levels, e.g. 06-01" }),
  limit,
  cursor,
});

export const occupationsQuery = z.object({
  q,
  group: z
    .string()
    .regex(/^\d(-\d{2}){0,2}$/, "errors.notACode")
    .optional(),
  limit,
  cursor,
});

export const regionsQuery = z.object({
  q,
  level: z.enum(["province", "city", "county"]).optional(),
  parent: z
    .string()
    .regex(/^\d{6}$/, "errors.notACode")
    .optional(),
  limit,
  cursor,
});

export const industriesQuery = z.object({ q, limit });

export const fitQuery = z.object({ limit: z.coerce.number().int().min(1).max(100).default(10) });

export const organizationsQuery = z.object({
  q,
  kind: z.enum(ORGANIZATION_KINDS).optional(),
  province: z
    .string()
    .regex(/^\d{2}0000$/, "errors.notACode")
    .optional()
    .meta({ description: "Province code, e.g. 440000" }),
  cursor,
});

const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const majorItem = z.object({
  code: z.string().meta({ examples: ["660103"] }),
  name: z.string(),
  level: z.enum(["secondary", "associate", "bachelor"]),
  class: z.object({ code: z.string(), name: z.string() }),
  category: z.object({ code: z.string(), name: z.string() }),
  family: z.string(),
  stateControlled: z.boolean(),
});

export const occupationItem = z.object({
  code: z.string(),
  name: z.string(),
  group: z.object({ code: z.string(), name: z.string() }),
});

export const regionItem = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(["province", "city", "county"]),
  parentCode: z.string().nullable(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  pointOf: z
    .string()
    .nullable()
    .meta({ description: "The region the point belongs to, when borrowed from above" }),
});

export const industryItem = z.object({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  parentCode: z.string().nullable(),
});

export const fitItem = z.object({
  code: z.string(),
  name: z.string(),
  basis: z.enum(["official", "inferred"]),
  score: z.number().min(0).max(1),
  reason: z.string(),
});

const reply = z
  .object({ answered: z.int(), due: z.int() })
  .meta({ description: "Enquiries answered in time, of those due" });

export const organizationItem = z.object({
  id: z.string(),
  url: z.url(),
  kind: z.enum(ORGANIZATION_KINDS),
  name: z.string(),
  verified: z
    .boolean()
    .meta({ description: "False for a profile from a public list that nobody has claimed" }),
  regionCode: z.string(),
  region: z.string(),
  programmes: z.int(),
  posts: z.int(),
  reply,
});

const pay = z.object({ minFen: z.int(), maxFen: z.int() }).nullable().meta({ description: "Fen a month" });

export const listingListItem = z.object({
  id: z.string(),
  url: z.url(),
  kind: z.enum(LISTING_KINDS),
  direction: z.enum(DIRECTIONS),
  title: z.string(),
  organization: z.object({ id: z.string(), name: z.string(), reply }),
  regionCode: z.string(),
  region: z.string(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  distanceKm: z.number().nullable().meta({ description: "From the place asked for; null without one" }),
  occupation: z.object({ code: z.string(), name: z.string() }).nullable(),
  majorCodes: z.array(z.string()),
  seats: z.int().nullable(),
  seatsLeft: z.int().nullable(),
  pay,
  startsOn: z.iso.date().nullable(),
  openUntil: z.iso.date().nullable(),
  publishedAt: z.string().nullable(),
});

export const listingsPage = z.object({
  items: z.array(listingListItem),
  nextCursor: z.string().nullable(),
  total: z.int().meta({ description: "Counted up to 1 000" }),
  totalIsLowerBound: z.boolean(),
});

export const listingItem = listingListItem.extend({
  summary: z.string(),
  address: z.string(),
  samePostPayFen: z.int().nullable(),
  minorsWelcome: z.boolean(),
  lodging: z.boolean(),
  endsOn: z.iso.date().nullable(),
  details: z.record(z.string(), z.unknown()).meta({ description: "The fields of its kind" }),
});

export const majorsPage = page(majorItem);
export const occupationsPage = page(occupationItem);
export const regionsPage = page(regionItem);
export const industriesPage = page(industryItem);
export const fitPage = page(fitItem);
export const organizationsPage = page(organizationItem);
