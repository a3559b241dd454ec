/**
 * Why a command or query said no. `key` is a word key ("errors.notFound") so that the refusal reads in the
 * reader's language; `field` names the input at fault in form notation ("pay.min", "rows[3].code").
 */
export type Refusal = {
  code: "not_found" | "unauthenticated" | "forbidden" | "conflict" | "invalid" | "limited" | "blocked";
  key: string;
  values?: Record<string, string | number>;
  fields?: FieldError[];
  /** Wrong places of a JSON document, already as RFC 6901 pointers. */
  pointed?: PointedError[];
  /** Verdicts of rules, carried to the page as they are. */
  findings?: unknown[];
  retryAfterSeconds?: number;
};

export type PointedError = { pointer: string; key: string; values?: Record<string, string | number> };

export type FieldError = { field: string; key: string; values?: Record<string, string | number> };

/** The outcome of every command: the value, or a typed refusal. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (
  code: Refusal["code"],
  key: string,
  extra: Omit<Refusal, "code" | "key"> = {},
): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { code, key, ...extra } });

/** The answer for what does not exist and for what belongs to somebody else: the two must look the same. */
export const notFound = (key = "errors.notFound") => refuse("not_found", key);

/** One wrong field, with the words that say how to mend it. */
export const invalidField = (field: string, key: string, values?: FieldError["values"]) =>
  refuse("invalid", "errors.checkFields", { fields: [values ? { field, key, values } : { field, key }] });

/** Thrown inside a transaction to roll it back and become the command's refusal. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.key);
    this.name = "RefusalError";
  }
}
