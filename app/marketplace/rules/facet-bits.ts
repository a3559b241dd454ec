import { type Direction, LISTING_KINDS, type ListingKind } from "./kinds";

/**
 * What facets count, packed into one number of 30 bits so that a thousand candidates are counted from one column:
 * bits 0–3 kind · 4 seek · 5 minors welcome · 6 lodging · 7–9 pay band · 10 pay at 80 % of the same post or more ·
 * 11–29 the nineteen categories of majors.
 */
export const KIND_MASK = 0b1111;
export const SEEK_BIT = 1 << 4;
export const MINORS_BIT = 1 << 5;
export const LODGING_BIT = 1 << 6;
const PAY_SHIFT = 7;
const PAY_MASK = 0b111;
export const PAY_80_BIT = 1 << 10;

/** Lower ends, in yuan a month, of the pay facets. House rule. */
export const PAY_STEPS = [2000, 3000, 4000, 5000] as const;

/** "01"…"19" → its bit; 0 for anything else. */
export const categoryBit = (category: string): number => {
  const number = /^\d{2}$/.test(category) ? Number(category) : 0;
  return number >= 1 && number <= 19 ? 1 << (10 + number) : 0;
};

/** 0 where no pay is stated, 1 below the first step, then one more for each step reached. */
const payBand = (payFen: number | null): number =>
  payFen === null ? 0 : 1 + PAY_STEPS.filter((step) => payFen >= step * 100).length;

export type FacetFacts = {
  kind: ListingKind;
  direction: Direction;
  minorsWelcome: boolean;
  lodging: boolean;
  payMinFen: number | null;
  payMaxFen: number | null;
  samePostPayFen: number | null;
  /** "06-01", … */
  families: readonly string[];
};

/**
 * Packs the facts. In: pay in fen a month, classes of majors across levels. Out: a number below 2³⁰. The pay band is
 * that of the highest pay stated, the 80 % mark that of the lowest.
 */
export const packFacets = (facts: FacetFacts): number => {
  let bits = LISTING_KINDS.indexOf(facts.kind);
  if (facts.direction === "seek") bits |= SEEK_BIT;
  if (facts.minorsWelcome) bits |= MINORS_BIT;
  if (facts.lodging) bits |= LODGING_BIT;
  bits |= payBand(facts.payMaxFen ?? facts.payMinFen) << PAY_SHIFT;
  const lowest = facts.payMinFen ?? facts.payMaxFen;
  if (lowest !== null && facts.samePostPayFen && lowest * 10_000 >= facts.samePostPayFen * 8000) {
    bits |= PAY_80_BIT;
  }
  for (const family of facts.families) bits |= categoryBit(family.slice(0, 2));
  return bits;
};

/** The kind packed into a listing's facet bits. */
export const kindOfBits = (bits: number): ListingKind => LISTING_KINDS[bits & KIND_MASK] ?? "apprenticeship";
/** The pay band packed into a listing's facet bits; 0 where no pay is stated. */
export const payBandOfBits = (bits: number): number => (bits >> PAY_SHIFT) & PAY_MASK;

/** The pay band that a least pay in yuan stands at when it is one of the steps, else null. */
export const bandOfStep = (yuan: number): number | null => {
  const place = (PAY_STEPS as readonly number[]).indexOf(yuan);
  return place < 0 ? null : place + 2;
};
