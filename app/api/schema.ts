import { z } from "zod";
import { ORGANIZATION_KINDS } from "~/identity/actor";

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
  region: z
    .string()
    .regex(/^\d{6}$/, "errors.notACode")
    .optional(),
  limit,
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

export const organizationItem = z.object({
  id: z.string(),
  kind: z.enum(ORGANIZATION_KINDS),
  name: z.string(),
  verified: z.boolean(),
  source: z.string().nullable().meta({ description: "Where an unclaimed public profile comes from" }),
  regionCode: z.string(),
  region: z.string(),
  reply: z
    .object({ answered: z.int(), due: z.int() })
    .meta({ description: "Enquiries answered in time, of those due" }),
});

export const majorsPage = page(majorItem);
export const occupationsPage = page(occupationItem);
export const regionsPage = page(regionItem);
export const industriesPage = page(industryItem);
export const fitPage = page(fitItem);
export const organizationsPage = page(organizationItem);
