import { z } from "zod";
import { HAZARD_CODES } from "~/catalogues/hazards";
import { issueToFieldError } from "~/platform/http/issue";
import type { FieldError } from "~/platform/result";
import { isCivilDate } from "~/platform/time/clock";
import { DIRECTIONS, LISTING_KINDS } from "./rules/kinds";
import { FIELDS, type FieldName, type FieldSpec } from "./rules/listing-fields";

export const MOST_MAJORS = 20;
const MOST_FEN = 10_000_000_000;

const civilDate = z.string().refine(isCivilDate, "errors.notADate").meta({ format: "date" });

const several = (options: readonly string[], what: string) =>
  z.array(z.enum(options as [string, ...string[]])).meta({ description: `${what}; [] says there are none` });

/** A field as JSON: the bounds are those of the form, money is in fen, yes or no a boolean. */
const jsonValue = (spec: FieldSpec): z.ZodType => {
  switch (spec.type) {
    case "text":
    case "area":
      return z.string().trim().max(spec.max);
    case "lines":
      return z.array(z.string().trim().min(1).max(200)).max(spec.max);
    case "integer":
      return z.int().min(spec.min).max(spec.max);
    case "hours":
      return z.number().min(spec.min).max(spec.max).multipleOf(0.5, "listings.errors.halfHours");
    case "money":
      return z
        .int()
        .min(0)
        .max(MOST_FEN)
        .meta({ description: `Fen, per ${spec.per}` });
    case "date":
      return civilDate;
    case "yesNo":
      return z.boolean();
    case "declaration":
      return z.literal(true);
    case "choice":
      return z.enum(spec.options);
    case "choicesOrNone":
      return several(spec.options, "Any of the list");
    case "hazards":
      return several(HAZARD_CODES, "Hazard codes");
    case "majors":
      return z.array(z.string().max(20)).max(MOST_MAJORS).meta({ description: "Codes as published" });
    case "occupation":
    case "region":
      return z.string().max(20).meta({ description: "Code as published" });
    case "post":
      return z.uuid().meta({ description: "One of your own posts" });
  }
};

const names = Object.keys(FIELDS) as FieldName[];

const fields = Object.fromEntries(
  names.map((name) => [name, jsonValue(FIELDS[name]).nullable().optional()]),
) as Record<FieldName, z.ZodOptional<z.ZodNullable<z.ZodType>>>;

const publishing = {
  publish: z.boolean().optional().meta({
    description:
      "true: check and publish; false: keep as a draft; left out: a new one is a draft, a published one stays published",
  }),
  reason: z.string().trim().max(500).nullable().optional().meta({ description: "Needed where a rule warns" }),
};

const reference = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .meta({ description: "Your own number for it, unique within your organization" });

const head = { kind: z.enum(LISTING_KINDS), direction: z.enum(DIRECTIONS) };

/** A listing as another system states it; fields left out stay as they are, null empties them. */
export const listingEntry = z.strictObject({ reference, ...head, ...fields, ...publishing });
export const newListingEntry = z.strictObject({
  reference: reference.optional(),
  ...head,
  ...fields,
  ...publishing,
});
export const listingChange = z.strictObject({
  version: z.int().optional().meta({ description: "Refused as a conflict when it is no longer this one" }),
  ...fields,
  ...publishing,
});

export type EntryInput = z.output<typeof newListingEntry>;
export type ChangeInput = z.output<typeof listingChange>;

type Parsed<T> = { ok: true; value: T } | { ok: false; errors: FieldError[] };

/** Parses one record. Comes out: the record, or its wrong fields, an unknown one each by its name. */
export const parseRecord = <S extends z.ZodType>(schema: S, given: unknown): Parsed<z.output<S>> => {
  const parsed = schema.safeParse(given, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: key, key: "errors.unknownField", values: { keys: key } }))
      : [issueToFieldError(issue)],
  );
  return { ok: false, errors };
};

/** The listing's fields of a record, without what says which listing it is and what to do with it. */
export const fieldsIn = (given: Readonly<Record<string, unknown>>): Partial<Record<FieldName, unknown>> =>
  Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
