import { parseSubmission } from "@conform-to/react/future";
import { configureCoercion } from "@conform-to/zod/v4/future";
import type { z } from "zod";
import type { Refusal } from "../result";
import type { FormState, Typed } from "./form-state";
import { issueToFieldError } from "./issue";

const { coerceFormValue } = configureCoercion({
  stripEmptyString: (value) => {
    const trimmed = value.trim();
    return trimmed === "" ? undefined : trimmed;
  },
  type: { number: (text) => Number(text.trim().replaceAll(",", "").replaceAll("，", "")) },
});

/** Reads a posted form's text fields; a field sent several times becomes a list. Files are left out. */
export const typedFrom = (form: FormData): Typed => {
  const typed: Typed = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const earlier = typed[name];
    typed[name] =
      earlier === undefined ? value : Array.isArray(earlier) ? [...earlier, value] : [earlier, value];
  }
  return typed;
};

export type ParsedForm<T> = { ok: true; value: T; typed: Typed } | { ok: false; state: FormState };

/**
 * Parses a form with its schema: names like `posts[0].name` nest, empty fields count as absent, numbers, dates and
 * checkboxes are read as such. Comes out: the value, or the state a page needs to show every message beside its
 * field with all that was typed.
 */
export const parseForm = <S extends z.ZodType>(form: FormData, schema: S): ParsedForm<z.output<S>> => {
  const typed = typedFrom(form);
  const { payload } = parseSubmission(form);
  const parsed = (coerceFormValue(schema) as unknown as S).safeParse(payload, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data, typed };
  return {
    ok: false,
    state: {
      typed,
      message: { key: "errors.checkFields" },
      fields: parsed.error.issues.map(issueToFieldError),
    },
  };
};

/** Parses a query string with its schema, as a form would be: for searches whose state lives in the URL. */
export const parseQuery = <S extends z.ZodType>(
  query: URLSearchParams,
  schema: S,
): ParsedForm<z.output<S>> => {
  const form = new FormData();
  for (const [name, value] of query) form.append(name, value);
  return parseForm(form, schema);
};

/** The state of a form whose command was refused: the refusal's words and everything that was typed. */
export const refusedState = (refusal: Refusal, typed: Typed): FormState => ({
  typed,
  message: { key: refusal.key, ...(refusal.values ? { values: refusal.values } : {}) },
  fields: refusal.fields ?? [],
  ...(refusal.findings ? { findings: refusal.findings } : {}),
});
