import type { CardCriterion } from "./criteria";
import {
  type CardFact,
  type CardOutcome,
  cardOutcome,
  isCard,
  isWorse,
  type JudgedFact,
  judgeFact,
} from "./judge";
import { CARD_DEFINITION, type CardMeasureId } from "./measures";

/** What a card keeps: enough to come to the same verdict again without any record. */
export type CardContent = {
  readonly form: 1;
  readonly definition: string;
  readonly year: string;
  readonly school: { readonly id: string; readonly name: string; readonly regionCode: string };
  readonly programme: {
    readonly id: string;
    readonly majorCode: string;
    readonly name: string;
    readonly level: string;
    readonly seats: number;
  };
  readonly criteria: readonly CardCriterion[];
  readonly facts: readonly JudgedFact[];
  readonly outcome: CardOutcome;
  /** The measures that count against the programme, red ones first. */
  readonly grounds: readonly CardMeasureId[];
};

/**
 * A card from what was counted. Goes in: school, programme, year, the criteria in force, the facts. Comes out: the content
 * that is kept; the same input always gives the same content.
 */
export const cardContent = (given: {
  year: string;
  school: CardContent["school"];
  programme: CardContent["programme"];
  criteria: readonly CardCriterion[];
  facts: readonly CardFact[];
  definition?: string;
}): CardContent => {
  const { criteria, year, school, programme } = given;
  const facts = given.facts.map((fact) =>
    judgeFact(
      fact,
      criteria.find(({ id }) => id === fact.id),
    ),
  );
  const against = (verdict: "red" | "yellow") =>
    facts.filter((fact) => fact.verdict === verdict).map(({ id }) => id);
  return {
    form: 1,
    definition: given.definition ?? CARD_DEFINITION,
    year,
    school,
    programme,
    criteria,
    facts,
    outcome: cardOutcome(facts),
    grounds: [...against("red"), ...against("yellow")],
  };
};

/** The content as it is computed again from nothing but the kept counts and criteria. */
export const computedAgain = (kept: CardContent): CardContent =>
  cardContent({
    ...kept,
    facts: kept.facts.map(({ value: _value, verdict: _verdict, ...fact }) => fact),
  });

/**
 * Whether the school must be heard anew when its draft is computed again. Goes in: the content now and the one it was told of
 * (null for none). Comes out: true for a first card, a graver one, or a measure that counts against it for the first time.
 */
export const heardAnew = (
  now: Pick<CardContent, "outcome" | "grounds">,
  before: Pick<CardContent, "outcome" | "grounds"> | null,
): boolean =>
  isCard(now.outcome) &&
  (before === null ||
    isWorse(now.outcome, before.outcome) ||
    now.grounds.some((ground) => !before.grounds.includes(ground)));

/** Fewer than this of anybody are not told outside the school. House rule, as with the indicators. */
export const SMALLEST_SHOWN = 5;

/**
 * Whether a measure about students stands for one to four of them, so that it is not told outside the school. Goes in: the
 * fact, whether the rest of it is about students too (a share) or not (a ratio to seats). Comes out: true to withhold.
 */
export const factTooSmall = (
  { numerator, denominator, exclusions, before }: CardFact,
  kind: "share" | "ratio",
): boolean => {
  const few = (count: number) => count > 0 && count < SMALLEST_SHOWN;
  const parts = kind === "share" ? [numerator, denominator - numerator] : [numerator];
  const earlier = before
    ? kind === "share"
      ? [before.numerator, before.denominator - before.numerator]
      : [before.numerator]
    : [];
  return [...parts, ...earlier, ...exclusions.map(({ count }) => count)].some(few);
};
