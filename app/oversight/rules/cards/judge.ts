import type { CardCriterion } from "./criteria";
import { type CardMeasureId, cardMeasure, cardValue } from "./measures";

/** What was counted for one measure. */
export type CardFact = {
  readonly id: CardMeasureId;
  readonly numerator: number;
  readonly denominator: number;
  /** How many cases it rests on: what the criterion's least number is compared with. */
  readonly cases: number;
  /** Why records are left out, with how many; the most frequent first. */
  readonly exclusions: readonly { readonly reason: string; readonly count: number }[];
  /** SHA-256 over the records it was counted from, in the order of their ids. */
  readonly rows: string;
  /** The same a year earlier; null where nothing was counted. */
  readonly before: { readonly numerator: number; readonly denominator: number } | null;
};

/** few: judged by nobody, too few cases · none: no record it could be counted from */
export type FactVerdict = "good" | "yellow" | "red" | "few" | "none";

/** red | yellow: a card · none: no card · few: too little is known for any verdict */
export const CARD_OUTCOMES = ["red", "yellow", "none", "few"] as const;
export type CardOutcome = (typeof CARD_OUTCOMES)[number];

export type JudgedFact = CardFact & {
  readonly value: number | null;
  readonly verdict: FactVerdict;
};

/** Fewer judged measures than this and no card is given: one figure alone says too little. House rule. */
export const FEWEST_JUDGED = 2;

/**
 * One measure by its criterion. Goes in: the fact, its criterion (undefined when none is in force). Comes out: its value and
 * verdict. Too few cases are never judged, whatever the value.
 */
export const judgeFact = (fact: CardFact, criterion: CardCriterion | undefined): JudgedFact => {
  const value = cardValue(fact.numerator, fact.denominator);
  const verdict = ((): FactVerdict => {
    if (value === null || !criterion) return "none";
    if (fact.cases < criterion.leastCases) return "few";
    const low = cardMeasure(fact.id)?.worse === "low";
    const beyond = (limit: number) => (low ? value < limit : value > limit);
    if (beyond(criterion.red)) return "red";
    return beyond(criterion.yellow) ? "yellow" : "good";
  })();
  return { ...fact, value, verdict };
};

/**
 * The card of a programme. Goes in: its judged measures. Comes out: red with two red measures or a red one beside two
 * yellow ones; yellow with one red or two yellow ones; few where fewer than two could be judged; none otherwise. House
 * rule: one ground alone never makes a red card, and a worse measure never makes a better card.
 */
export const cardOutcome = (facts: readonly Pick<JudgedFact, "verdict">[]): CardOutcome => {
  const count = (verdict: FactVerdict) => facts.filter((fact) => fact.verdict === verdict).length;
  const [red, yellow] = [count("red"), count("yellow")];
  if (red + yellow + count("good") < FEWEST_JUDGED) return "few";
  if (red >= 2 || (red === 1 && yellow >= 2)) return "red";
  return red === 1 || yellow >= 2 ? "yellow" : "none";
};

const SEVERITY: Record<CardOutcome, number> = { few: 0, none: 0, yellow: 1, red: 2 };

/** Whether an outcome weighs more than another: then the school's time to answer begins anew. */
export const isWorse = (now: CardOutcome, before: CardOutcome): boolean => SEVERITY[now] > SEVERITY[before];

/** Whether an outcome is a card at all. */
export const isCard = (outcome: CardOutcome): boolean => SEVERITY[outcome] > 0;
