/** One text in both languages of the house. */
export type Bilingual = { readonly zh: string; readonly en: string };

type Words = readonly [label: string, explanation: string];

type Common = {
  readonly label: Bilingual;
  readonly explanation: Bilingual;
  /** The unit a number is counted in, or the form a text takes; null where the type says it all. */
  readonly unit: string | null;
};

export type Options = { readonly [code: string]: Bilingual };

export type FactDefinition = Common &
  (
    | { readonly type: "boolean"; readonly example: boolean }
    | {
        readonly type: "date" | "time" | "text" | "code";
        readonly pattern?: RegExp;
        readonly example: string;
      }
    | {
        readonly type: "integer" | "number" | "money";
        readonly min: number;
        readonly max: number;
        readonly example: number;
      }
    | { readonly type: "choice"; readonly options: Options; readonly example: string }
    | { readonly type: "choices"; readonly options: Options; readonly example: readonly string[] }
    | {
        readonly type: "dates" | "periods" | "codes" | "texts";
        readonly pattern?: RegExp;
        readonly example: readonly string[];
      }
  );

const words = (zh: Words, en: Words, unit: string | null) => ({
  label: { zh: zh[0], en: en[0] },
  explanation: { zh: zh[1], en: en[1] },
  unit,
});

/** Yes or no. */
export const boolean = (zh: Words, en: Words, example: boolean) =>
  ({ type: "boolean", ...words(zh, en, null), example }) as const;

/** A civil date, YYYY-MM-DD. */
export const date = (zh: Words, en: Words, example: string) =>
  ({ type: "date", ...words(zh, en, "YYYY-MM-DD"), example }) as const;

/** A time of the day, HH:MM on the 24-hour clock. */
export const time = (zh: Words, en: Words, example: string) =>
  ({ type: "time", ...words(zh, en, "HH:MM"), example }) as const;

/** Free text. */
export const text = (zh: Words, en: Words, example: string) =>
  ({ type: "text", ...words(zh, en, null), example }) as const;

/** A catalogue or registration code; `pattern` is its published form. */
export const code = (pattern: RegExp, unit: string, zh: Words, en: Words, example: string) =>
  ({ type: "code", ...words(zh, en, unit), pattern, example }) as const;

/** A list of such codes. */
export const codes = (pattern: RegExp, unit: string, zh: Words, en: Words, example: readonly string[]) =>
  ({ type: "codes", ...words(zh, en, unit), pattern, example }) as const;

/** A whole number from 0 to `max`, counted in `unit`. */
export const integer = (unit: string, max: number, zh: Words, en: Words, example: number) =>
  ({ type: "integer", ...words(zh, en, unit), min: 0, max, example }) as const;

/** A number from 0 to `max`, fractions allowed, counted in `unit`. */
export const number = (unit: string, max: number, zh: Words, en: Words, example: number) =>
  ({ type: "number", ...words(zh, en, unit), min: 0, max, example }) as const;

/** Money is counted in fen, never in fractions of a yuan. */
export const money = (zh: Words, en: Words, example: number) =>
  ({ type: "money", ...words(zh, en, "fen"), min: 0, max: 100_000_000_000, example }) as const;

/** A list of civil dates. */
export const dates = (zh: Words, en: Words, example: readonly string[]) =>
  ({ type: "dates", ...words(zh, en, "YYYY-MM-DD"), example }) as const;

/** Closed intervals of civil dates, each written "first/last". */
export const periods = (zh: Words, en: Words, example: readonly string[]) =>
  ({ type: "periods", ...words(zh, en, "YYYY-MM-DD/YYYY-MM-DD"), example }) as const;

/** A list of short texts. */
export const texts = (zh: Words, en: Words, example: readonly string[]) =>
  ({ type: "texts", ...words(zh, en, null), example }) as const;

/** One of the codes in `options`. */
export const choice = <const O extends Options>(
  options: O,
  zh: Words,
  en: Words,
  example: keyof O & string,
) => ({ type: "choice", ...words(zh, en, null), options, example }) as const;

/** Any of the codes in `options`; an empty list says "looked at, none". */
export const choices = <const O extends Options>(
  options: O,
  zh: Words,
  en: Words,
  example: readonly (keyof O & string)[],
) => ({ type: "choices", ...words(zh, en, null), options, example }) as const;
