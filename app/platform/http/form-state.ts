import type { FieldError } from "../result";

export type Typed = Record<string, string | string[]>;

/** What an action hands back so that the form shows again with its messages and everything that was typed. */
export type FormState = {
  typed: Typed;
  message: { key: string; values?: Record<string, string | number> };
  fields: FieldError[];
  findings?: unknown[];
};

/** The text to show in a field: what was typed in the refused attempt, else the stored value. */
export const shown = (
  state: FormState | undefined | null,
  name: string,
  stored?: string | number | null,
): string | undefined => {
  const typed = state?.typed[name];
  if (typed !== undefined) return Array.isArray(typed) ? typed[0] : typed;
  if (state) return stored === undefined || stored === null ? undefined : String(stored);
  return stored === undefined || stored === null ? undefined : String(stored);
};

/** The values to tick in a group of checkboxes: after a refused attempt exactly what was ticked in it. */
export const ticked = (
  state: FormState | undefined | null,
  name: string,
  stored: readonly string[] = [],
): readonly string[] => {
  if (!state) return stored;
  const typed = state.typed[name];
  return typed === undefined ? [] : Array.isArray(typed) ? typed : [typed];
};

/** The first message for a field, in the reader's words. */
export const errorFor = (
  state: FormState | undefined | null,
  name: string,
  words: (key: string, values?: Record<string, string | number>) => string,
): string | undefined => {
  const found = state?.fields.find((field) => field.field === name);
  return found ? words(found.key, found.values) : undefined;
};
