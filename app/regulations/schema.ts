import { z } from "zod";
import { issueToFieldError } from "~/platform/http/issue";
import type { FieldError } from "~/platform/result";
import { isCivilDate } from "~/platform/time/clock";
import { definitionOf, FACT_KEYS, type FactKey, type Facts, isFactKey } from "./rules/facts/dictionary";
import type { FactDefinition } from "./rules/facts/kinds";
import { STAGES, type Stage } from "./rules/rule";

const MOST_ITEMS = 400;
const LONGEST_TEXT = 100_000;
const LONGEST_ITEM = 500;

const civilDate = z.string().refine(isCivilDate, "errors.notADate");

const isPeriod = (text: string) => {
  const [from = "", to = "", ...rest] = text.split("/");
  return rest.length === 0 && isCivilDate(from) && isCivilDate(to) && from <= to;
};

const coded = (pattern: RegExp | undefined) => z.string().regex(pattern ?? /^.+$/, "errors.notACode");

const schemaOf = (fact: FactDefinition): z.ZodType => {
  switch (fact.type) {
    case "boolean":
      return z.boolean();
    case "date":
      return civilDate;
    case "time":
      return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "regulations.errors.notATime");
    case "text":
      return z.string().trim().min(1).max(LONGEST_TEXT);
    case "code":
      return coded(fact.pattern);
    case "integer":
    case "money":
      return z.int().min(fact.min).max(fact.max);
    case "number":
      return z.number().min(fact.min).max(fact.max);
    case "choice":
      return z.enum(Object.keys(fact.options));
    case "choices":
      return z.array(z.enum(Object.keys(fact.options))).max(MOST_ITEMS);
    case "dates":
      return z.array(civilDate).max(MOST_ITEMS);
    case "periods":
      return z.array(z.string().refine(isPeriod, "regulations.errors.notAPeriod")).max(MOST_ITEMS);
    case "codes":
      return z.array(coded(fact.pattern)).max(MOST_ITEMS);
    case "texts":
      return z.array(z.string().trim().min(1).max(LONGEST_ITEM)).max(MOST_ITEMS);
  }
};

const described = (key: FactKey) => {
  const fact = definitionOf(key);
  const unit = fact.unit ? ` [${fact.unit}]` : "";
  return schemaOf(fact)
    .meta({
      title: `${fact.label.zh} · ${fact.label.en}`,
      description: `${fact.explanation.zh}。${fact.explanation.en}.${unit}`,
      examples: [fact.example],
    })
    .optional();
};

const SCHEMAS = new Map<FactKey, z.ZodType>(FACT_KEYS.map((key) => [key, schemaOf(definitionOf(key))]));

/** Every fact under its dotted key, with its words and example: what the OpenAPI document prints. */
export const factsSchema = z.strictObject(Object.fromEntries(FACT_KEYS.map((key) => [key, described(key)])));

const head = {
  on: civilDate.meta({
    description: "提交日期，按当日有效的规则判定。Date of submission; the rules in force on it apply.",
    examples: ["2026-08-28"],
  }),
  region: z
    .string()
    .regex(/^\d{6}$/, "errors.notACode")
    .nullable()
    .optional()
    .meta({
      description:
        "实习所在区划代码，缺省只用全国规则。Region code of the workplace; without it the national rules alone.",
      examples: ["440100"],
    }),
  stage: z
    .enum(STAGES)
    .optional()
    .meta({ description: "判定环节，缺省为全部。Stage to ask; without it, all of them." }),
};

/** The body of `POST /api/v1/regulations/evaluate`, as it is documented. Facts may also come as nested objects. */
export const evaluationRequest = z.strictObject({ ...head, facts: factsSchema });

/** The answer of the call. */
export const evaluationAnswer = z.strictObject({
  verdict: z.enum(["pass", "warn", "block", "missing"]),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      verdict: z.enum(["pass", "warn", "block", "missing"]),
      facts: z.record(z.string(), z.unknown()),
      article: z.string(),
      message: z.string(),
      fix: z.string(),
    }),
  ),
});

export type EvaluationAnswer = z.infer<typeof evaluationAnswer>;

/** One wrong place of a call: its JSON pointer (RFC 6901) and the words that say how to mend it. */
export type PointedError = { pointer: string; key: string; values?: FieldError["values"] };

export type EvaluationCall = { on: string; region: string | null; stage?: Stage; facts: Facts };

export type ParsedCall = { ok: true; value: EvaluationCall } | { ok: false; errors: PointedError[] };

const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const pointed = (issues: readonly z.core.$ZodIssue[], root: readonly PropertyKey[]): PointedError[] =>
  issues.flatMap((issue): PointedError[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((name) => ({
        pointer: pointer([...root, ...issue.path, name]),
        key: "errors.unknownField",
        values: { keys: name },
      }));
    }
    const { key, values } = issueToFieldError(issue);
    return [{ pointer: pointer([...root, ...issue.path]), key, ...(values ? { values } : {}) }];
  });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Leaf = { key: string; value: unknown; path: readonly string[] };

const DEEPEST = 3;

/** Nested objects as dotted leaves; an object under a fact's own key is that fact's (wrong) value. */
const leavesOf = (facts: Record<string, unknown>, prefix: string, path: readonly string[]): Leaf[] =>
  Object.entries(facts).flatMap(([name, value]) => {
    const key = prefix ? `${prefix}.${name}` : name;
    const here = [...path, name];
    const nested = isObject(value) && !isFactKey(key) && here.length < DEEPEST;
    return nested ? leavesOf(value, key, here) : [{ key, value, path: here }];
  });

const readFacts = (input: Record<string, unknown>): { facts: Facts; errors: PointedError[] } => {
  const known = new Map<FactKey, unknown>();
  const errors: PointedError[] = [];
  for (const { key, value, path } of leavesOf(input, "", [])) {
    const place = ["facts", ...path];
    if (!isFactKey(key))
      errors.push({ pointer: pointer(place), key: "regulations.errors.unknownFact", values: { fact: key } });
    else if (known.has(key))
      errors.push({ pointer: pointer(place), key: "regulations.errors.twice", values: { fact: key } });
    else if (value !== null) {
      const parsed = SCHEMAS.get(key)?.safeParse(value, { reportInput: true });
      if (parsed?.success) known.set(key, parsed.data);
      else errors.push(...pointed(parsed?.error.issues ?? [], place));
    }
  }
  return { facts: Object.fromEntries(known) as Facts, errors };
};

/**
 * Reads the body of an evaluation call. Facts come nested (`{ "student": { "birthDate": … } }`), dotted
 * (`{ "student.birthDate": … }`) or mixed; `null` says unknown.
 * @returns the call, or every wrong place with its pointer; an unknown fact is wrong, never ignored
 */
export const parseEvaluationCall = (body: unknown): ParsedCall => {
  if (!isObject(body)) return { ok: false, errors: [{ pointer: "", key: "regulations.errors.notAnObject" }] };
  const { facts: given, ...rest } = body;
  const parsed = z.strictObject(head).safeParse(rest, { reportInput: true });
  const errors = parsed.success ? [] : pointed(parsed.error.issues, []);
  if (!isObject(given))
    errors.push({
      pointer: "/facts",
      key: given === undefined ? "errors.required" : "regulations.errors.notAnObject",
    });
  const read = readFacts(isObject(given) ? given : {});
  errors.push(...read.errors);
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const { on, region, stage } = parsed.data;
  return { ok: true, value: { on, region: region ?? null, facts: read.facts, ...(stage ? { stage } : {}) } };
};
