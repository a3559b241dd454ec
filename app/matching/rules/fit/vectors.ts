import { grams } from "./text";

export type Weigh = (gram: string) => number;

export type SparseVector = { weights: Map<string, number>; norm: number };

/**
 * Learns how rare each gram is. Goes in: every name of both catalogues. Comes out: a weight per gram; pairs weigh
 * more than single characters, unseen grams weigh as much as the rarest. Never refuses.
 */
export const learnRarity = (names: readonly string[]): Weigh => {
  const seen = new Map<string, number>();
  for (const name of names) for (const gram of grams(name)) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  return (gram) => {
    const rarity = Math.log((1 + names.length) / (1 + (seen.get(gram) ?? 0)));
    return gram.length > 1 ? rarity : rarity * 0.45;
  };
};

/** A name as weighted grams with its length, ready to be compared. */
export const vectorOf = (name: string, weigh: Weigh): SparseVector => {
  const weights = new Map<string, number>();
  let sum = 0;
  for (const gram of grams(name)) {
    const weight = weigh(gram);
    weights.set(gram, weight);
    sum += weight * weight;
  }
  return { weights, norm: Math.sqrt(sum) || 1 };
};

/** Cosine of two names' vectors, 0..1. */
export const likeness = (left: SparseVector, right: SparseVector): number => {
  const [few, many] =
    left.weights.size <= right.weights.size ? [left.weights, right.weights] : [right.weights, left.weights];
  let dot = 0;
  for (const [gram, weight] of few) {
    const other = many.get(gram);
    if (other !== undefined) dot += weight * other;
  }
  return dot / (left.norm * right.norm);
};
