import { z } from "zod";
import { HAZARD_CODES } from "~/catalogues/hazards";
import { parseForm, typedFrom } from "~/platform/http/form.server";
import type { Typed } from "~/platform/http/form-state";
import type { FieldError } from "~/platform/result";
import { isCivilDate } from "~/platform/time/clock";
import type { Direction, ListingKind } from "./rules/kinds";
import { DIRECTIONS, LISTING_KINDS } from "./rules/kinds";
import { FIELDS, type FieldName, type FieldSpec, type FieldStep } from "./rules/listing-fields";
import { fieldsOf } from "./rules/listing-kinds";
import { CLOSE_REASONS, PAUSE_REASONS } from "./rules/listing-lifecycle";
import { reversedPairs } from "./rules/reversed";

const MOST_MAJORS = 20;

const yuan = z
  .number()
  .min(0)
  .max(100_000_000)
  .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, "listings.errors.twoDecimals")
  .transform((amount) => Math.round(amount * 100));

const lines = (most: number) =>
  z
    .string()
    .max(4000)
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .pipe(z.array(z.string().max(200)).max(most));

const noneOr = (options: readonly string[]) =>
  z
    .array(z.enum(["none", ...options]))
    .refine((chosen) => !chosen.includes("none") || chosen.length === 1, "listings.errors.noneWithOthers")
    .transform((chosen) => chosen.filter((one) => one !== "none"));

const schemaOf = (spec: FieldSpec): z.ZodType => {
  switch (spec.type) {
    case "text":
    case "area":
      return z.string().max(spec.max);
    case "lines":
      return lines(spec.max);
    case "integer":
      return z.number().int().min(spec.min).max(spec.max);
    case "hours":
      return z.number().min(spec.min).max(spec.max).multipleOf(0.5, "listings.errors.halfHours");
    case "money":
      return yuan;
    case "date":
      return z.string().refine(isCivilDate, "errors.notADate");
    case "yesNo":
      return z.enum(["yes", "no"]).transform((answer) => answer === "yes");
    case "declaration":
      return z.literal("on").transform(() => true);
    case "choice":
      return z.enum(spec.options);
    case "choicesOrNone":
      return noneOr(spec.options);
    case "hazards":
      return noneOr(HAZARD_CODES);
    case "majors":
      return z
        .array(z.string().max(200).optional())
        .max(MOST_MAJORS)
        .transform((rows) => rows.filter((row) => row !== undefined));
    case "occupation":
    case "region":
      return z.string().max(60);
    case "post":
      return z.uuid();
  }
};

/** The form of one step of a draft: every field may be left empty until it is published. */
const stepSchema = (kind: ListingKind, direction: Direction, step: FieldStep) =>
  z.object(
    Object.fromEntries(
      fieldsOf(kind, direction, step).map(({ name }) => [name, schemaOf(FIELDS[name]).optional()]),
    ) as Record<FieldName, z.ZodOptional<z.ZodType>>,
  );

export type StepValues = { [N in FieldName]?: unknown };

/** What a step's form said: the values that could be read, the text of those that could not, and why. */
export type StepRead = { values: StepValues; unread: Typed; errors: FieldError[] };

const base = (field: string): string => field.split(/[.[]/)[0] ?? field;

/**
 * Reads one step of a draft. Everything readable becomes a value, everything else stays as it was typed with its
 * message: a draft is saved either way and nothing is lost. Fields of other steps are ignored.
 */
export const readStep = (
  form: FormData,
  kind: ListingKind,
  direction: Direction,
  step: FieldStep,
): StepRead => {
  const schema = stepSchema(kind, direction, step);
  const typed = typedFrom(form);
  const first = parseForm(form, schema);
  const errors = first.ok ? [] : first.state.fields.map((error) => ({ ...error, field: base(error.field) }));
  const readable = new FormData();
  for (const [name, value] of form) {
    if (!errors.some(({ field }) => field === base(name))) readable.append(name, value);
  }
  const parsed = first.ok ? first : parseForm(readable, schema);
  if (!parsed.ok) throw new Error("a field without errors was refused");
  const values: StepValues = { ...parsed.value };
  for (const error of reversedPairs((name) => values[name])) {
    errors.push(error);
    delete values[error.field as FieldName];
  }
  const unread: Typed = {};
  for (const { field } of errors) {
    const text = typed[field];
    if (text !== undefined) unread[field] = text;
  }
  return { values, unread, errors };
};

export const startForm = z.object({
  kind: z.enum(LISTING_KINDS),
  direction: z.enum(DIRECTIONS),
  submissionKey: z.string().max(60).optional(),
});

export const publishForm = z.object({
  version: z.number().int(),
  reason: z.string().trim().max(500).optional(),
});

export const moveForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("pause"),
    version: z.number().int(),
    reason: z.enum(PAUSE_REASONS),
  }),
  z.object({
    intent: z.literal("close"),
    version: z.number().int(),
    reason: z.enum(CLOSE_REASONS),
  }),
  z.object({
    intent: z.enum(["reopen", "revise", "fill", "release", "archive", "confirm"]),
    version: z.number().int(),
  }),
  z.object({ intent: z.literal("copy"), submissionKey: z.string().max(60).optional() }),
]);
export type MoveInput = z.output<typeof moveForm>;
