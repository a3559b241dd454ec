import { definitionOf, FACT_KEYS, type FactKey, type Facts } from "./facts/dictionary";

/** What a form sent: one text a field, several for a group of boxes. */
export type TypedFacts = { readonly [name: string]: string | readonly string[] | undefined };

/** The box of a group that says "looked at: none". */
export const NONE = "none";

const NONE_WORDS = new Set(["无", "none", "None"]);
const MOST_FEN_DIGITS = /^\d{1,12}(\.\d{1,2})?$/;

const numeric = (text: string): unknown => {
  const plain = text.replaceAll(/[,，\s]/g, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
};

const fenOf = (text: string): unknown => {
  const plain = text.replaceAll(/[,，\s]/g, "");
  if (!MOST_FEN_DIGITS.test(plain)) return text;
  const [yuan = "0", cents = ""] = plain.split(".");
  return Number(yuan) * 100 + Number(cents.padEnd(2, "0"));
};

const linesOf = (text: string, between: RegExp): string[] => {
  const items = text
    .split(between)
    .map((item) => item.trim())
    .filter(Boolean);
  return items.length === 1 && NONE_WORDS.has(items[0] ?? "") ? [] : items;
};

const ofText = (key: FactKey, text: string): unknown => {
  switch (definitionOf(key).type) {
    case "boolean":
      return text === "yes" ? true : text === "no" ? false : text;
    case "integer":
    case "number":
      return numeric(text);
    case "money":
      return fenOf(text);
    case "texts":
      return linesOf(text, /\n/);
    case "dates":
    case "periods":
    case "codes":
      return linesOf(text, /[\s,，、;；]+/);
    default:
      return text;
  }
};

const ofBoxes = (boxes: readonly string[]): readonly string[] =>
  boxes.length === 1 && boxes[0] === NONE ? [] : boxes;

/**
 * Turns what was typed into the facts of an evaluation call, unchecked: money from yuan to fen, lists from lines,
 * "yes" and "no" to booleans. Whatever cannot be read so is passed on as text for the call's schema to refuse.
 * @returns dotted facts; a field left empty is left out, because it is unknown
 */
export const callFromTyped = (typed: TypedFacts): { [key: string]: unknown } => {
  const facts: { [key: string]: unknown } = {};
  for (const key of FACT_KEYS) {
    const value = typed[key];
    const boxes = definitionOf(key).type === "choices";
    if (value === undefined) continue;
    if (boxes) facts[key] = ofBoxes(typeof value === "string" ? [value] : value);
    else {
      const text = (typeof value === "string" ? value : (value[0] ?? "")).trim();
      if (text !== "") facts[key] = ofText(key, text);
    }
  }
  return facts;
};

const textOf = (key: FactKey, value: NonNullable<Facts[FactKey]>): string | readonly string[] => {
  const { type } = definitionOf(key);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return type === "money" ? (value / 100).toFixed(2) : String(value);
  if (typeof value === "string") return value;
  if (type === "choices") return value.length === 0 ? [NONE] : value;
  return value.length === 0 ? "无" : value.join("\n");
};

/** Facts as the form would have sent them: the inverse of `callFromTyped`, for examples. */
export const typedFromFacts = (facts: Facts): { [name: string]: string | readonly string[] } => {
  const typed: { [name: string]: string | readonly string[] } = {};
  for (const key of FACT_KEYS) {
    const value = facts[key];
    if (value !== undefined) typed[key] = textOf(key, value);
  }
  return typed;
};
