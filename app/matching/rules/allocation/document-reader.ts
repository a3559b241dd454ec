import type { Values } from "~/platform/i18n/words";
import { type Problem, ROUND_BOUNDS } from "./document";

type Fields = Record<string, unknown>;

/** A name as one step of a JSON pointer (RFC 6901). */
export const pointerStep = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** Collects problems, the first ROUND_BOUNDS.problems of them, while a document is read. */
export const problemList = () => {
  const problems: Problem[] = [];
  const add = (pointer: string, name: string, values: Values = {}): void => {
    if (problems.length < ROUND_BOUNDS.problems)
      problems.push({ pointer, key: `matching.round.problem.${name}`, values });
    else if (problems.length === ROUND_BOUNDS.problems)
      problems.push({ pointer: "", key: "matching.round.problem.more", values: {} });
  };
  return { problems, add };
};

export type AddProblem = ReturnType<typeof problemList>["add"];

/** Whether a parsed JSON value is an object with fields: neither null nor a list. */
export const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads one object, refuses what it does not know and says what it does. */
export const readFields = (
  value: unknown,
  pointer: string,
  known: readonly string[],
  add: AddProblem,
): Fields | null => {
  if (!isObject(value)) {
    add(pointer, "notObject");
    return null;
  }
  for (const name of Object.keys(value))
    if (!known.includes(name))
      add(`${pointer}/${pointerStep(name)}`, "unknownField", { name, known: known.join(", ") });
  return value;
};

/** Reads a list of at most `max` entries; a missing optional list is empty. */
export const readList = (
  fields: Fields,
  name: string,
  pointer: string,
  max: number,
  add: AddProblem,
  optional = false,
): unknown[] => {
  const value = fields[name];
  if (value === undefined) {
    if (!optional) add(pointer, "missing", { name });
    return [];
  }
  if (!Array.isArray(value)) {
    add(`${pointer}/${name}`, "notList");
    return [];
  }
  if (value.length > max) {
    add(`${pointer}/${name}`, "tooMany", { max, count: value.length });
    return [];
  }
  return value;
};

/** Reads an id; null when it is none. */
export const readId = (value: unknown, pointer: string, add: AddProblem): string | null => {
  if (typeof value === "string" && value.length > 0 && value.length <= ROUND_BOUNDS.id) return value;
  add(pointer, "notText", { max: ROUND_BOUNDS.id });
  return null;
};

/** Reads a count of seats; null when it is none. */
export const readCount = (value: unknown, pointer: string, add: AddProblem): number | null => {
  const max = ROUND_BOUNDS.seats;
  if (typeof value === "number" && value < 0) {
    add(pointer, "negative", { value });
    return null;
  }
  if (typeof value === "number" && Number.isInteger(value) && value <= max) return value;
  add(pointer, "notCount", { max });
  return null;
};

/** Reads ids that must be distinct and satisfy `known`; a bad one is reported and left out. */
export const readDistinct = (
  list: unknown[],
  pointer: string,
  add: AddProblem,
  known?: { has: (id: string) => boolean; problem: string },
): string[] => {
  const first = new Map<string, number>();
  list.forEach((value, at) => {
    const id = readId(value, `${pointer}/${at}`, add);
    if (id === null) return;
    const earlier = first.get(id);
    if (earlier !== undefined) add(`${pointer}/${at}`, "duplicate", { id, first: `${pointer}/${earlier}` });
    else if (known && !known.has(id)) add(`${pointer}/${at}`, known.problem, { id });
    else first.set(id, at);
  });
  return [...first.keys()];
};
