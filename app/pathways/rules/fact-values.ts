import {
  BOUNDS,
  DECIDERS,
  DIRECTIONS,
  FACT_KEYS,
  type FactKey,
  type FactValues,
  PARTS,
  STUDY_FORMS,
} from "./pack";
import { ALL_POINTS, pointCode } from "./term";

/** A fact's value as JSON text, the form in which a change is stored. */
export type FactValueText = string;

/** How a fact is filled in: any of some words, one of some words, a number in bounds, yes or no, or shares of the parts. */
export type FactKind =
  | { kind: "many"; options: readonly string[]; ordered?: boolean; empty?: boolean }
  | { kind: "one"; options: readonly string[] }
  | { kind: "number"; min: number; max: number }
  | { kind: "flag" }
  | { kind: "shares"; parts: readonly string[] };

const POINTS = ALL_POINTS.map(pointCode);

export const FACT_KINDS: Readonly<Record<FactKey, FactKind>> = {
  directions: { kind: "many", options: DIRECTIONS },
  windowsToGeneral: { kind: "many", options: POINTS },
  windowsToVocational: { kind: "many", options: POINTS },
  maxTimes: { kind: "number", min: 1, max: 6 },
  scope: { kind: "many", options: STUDY_FORMS },
  pairing: { kind: "flag" },
  bounds: { kind: "one", options: BOUNDS },
  scoreLine: { kind: "many", options: DIRECTIONS, empty: true },
  weights: { kind: "shares", parts: PARTS },
  tieBreaks: { kind: "many", options: PARTS, ordered: true, empty: true },
  noticeDays: { kind: "number", min: 1, max: 30 },
  answerDays: { kind: "number", min: 1, max: 30 },
  leadDays: { kind: "number", min: 0, max: 90 },
  chainToGeneral: { kind: "many", options: DECIDERS, ordered: true },
  chainToVocational: { kind: "many", options: DECIDERS, ordered: true },
  returnDays: { kind: "number", min: 0, max: 400 },
};

const isKey = (text: string): text is FactKey => FACT_KEYS.some((key) => key === text);

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

const fits = (kind: FactKind, value: unknown): boolean => {
  switch (kind.kind) {
    case "many":
      return (
        isList(value) &&
        (kind.empty === true || value.length > 0) &&
        new Set(value).size === value.length &&
        value.every((one) => kind.options.includes(one))
      );
    case "one":
      return typeof value === "string" && kind.options.includes(value);
    case "number":
      return Number.isInteger(value) && Number(value) >= kind.min && Number(value) <= kind.max;
    case "flag":
      return typeof value === "boolean";
    case "shares": {
      if (typeof value !== "object" || value === null) return false;
      const shares = kind.parts.map((part) => (value as Record<string, unknown>)[part]);
      const whole = shares.every((share) => Number.isInteger(share) && Number(share) >= 0);
      return whole && shares.reduce<number>((sum, share) => sum + Number(share), 0) === 10_000;
    }
  }
};

/** The receiving school always decides: a chain without it is not one. */
const soundChain = (key: FactKey, value: unknown): boolean =>
  !key.startsWith("chain") || (isList(value) && value[0] === "receiving");

export type ReadFact = { [K in FactKey]: { key: K; value: FactValues[K] } }[FactKey];

/** The value of a fact from its stored text; null for an unknown fact or a value that does not fit it. */
export const readFact = (key: string, text: FactValueText): ReadFact | null => {
  if (!isKey(key)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return fits(FACT_KINDS[key], value) && soundChain(key, value) ? ({ key, value } as ReadFact) : null;
};

/** A typed form's answers as the stored text of a fact: a list, a number of days, yes/no, or percent for each part. */
export const textOfFact = (key: FactKey, answers: readonly string[]): FactValueText => {
  const kind = FACT_KINDS[key];
  if (kind.kind === "many") {
    return JSON.stringify(kind.ordered ? answers : kind.options.filter((one) => answers.includes(one)));
  }
  if (kind.kind === "number") return JSON.stringify(Number(answers[0]));
  if (kind.kind === "flag") return JSON.stringify(answers[0] === "yes");
  if (kind.kind === "shares") {
    return JSON.stringify(
      Object.fromEntries(kind.parts.map((part, index) => [part, Math.round(Number(answers[index]) * 100)])),
    );
  }
  return JSON.stringify(answers[0] ?? "");
};
