import type { FieldError } from "~/platform/result";
import type { FieldName } from "./listing-fields";

const PAIRS = [
  ["startsOn", "endsOn", "errors.endBeforeStart"],
  ["payMin", "payMax", "listings.errors.payReversed"],
  ["ageFrom", "ageTo", "listings.errors.agesReversed"],
] as const;

/**
 * Pairs of fields that stand the wrong way round. Goes in: a way to a field's value (dates as `YYYY-MM-DD`, money in
 * fen, ages in years). Comes out: a message beside the later field of each pair; a pair half empty is none. House rule.
 */
export const reversedPairs = (value: (name: FieldName) => unknown): FieldError[] =>
  PAIRS.flatMap(([from, to, key]) => {
    const [low, high] = [value(from), value(to)];
    if (typeof low !== typeof high || low === undefined || high === undefined) return [];
    return (low as string | number) > (high as string | number) ? [{ field: to, key }] : [];
  });
