import {
  bandOfStep,
  categoryBit,
  KIND_MASK,
  LODGING_BIT,
  MINORS_BIT,
  PAY_80_BIT,
  PAY_STEPS,
  payBandOfBits,
  SEEK_BIT,
} from "./facet-bits";
import { LISTING_KINDS, type ListingKind } from "./kinds";

export type FacetChoice = {
  kinds: readonly ListingKind[];
  direction: "offer" | "seek" | null;
  /** "06" or "06-01"; the category counts. */
  category: string | null;
  payMinYuan: number | null;
  minors: boolean;
  lodging: boolean;
};

export type FacetCounts = {
  /** How many pass everything chosen. */
  total: number;
  kinds: Record<ListingKind, number>;
  /** By category "01"…"19". */
  categories: Record<string, number>;
  /** By least pay in yuan. */
  pay: Record<number, number>;
  pay80: number;
  minors: number;
  lodging: number;
};

const CATEGORIES = Array.from({ length: 19 }, (_, place) => String(place + 1).padStart(2, "0"));
const CATEGORY_BITS = CATEGORIES.map(categoryBit);

/** Failed tests as bits: 1 direction, 2 kind, 4 category, 8 pay, 16 minors, 32 lodging; 0 passes everything chosen. */
type Failed = number;
const [DIRECTION, KIND, CATEGORY, PAY, MINORS, LODGING] = [1, 2, 4, 8, 16, 32] as const;

/** What a choice leaves out. In: the choice. Out: for a facet number and the highest pay in fen, the failed tests. */
export const facetTest = (choice: FacetChoice): ((bits: number, payMaxFen: number | null) => Failed) => {
  const kinds = choice.kinds.reduce((set, kind) => set | (1 << LISTING_KINDS.indexOf(kind)), 0);
  const category = choice.category ? categoryBit(choice.category.slice(0, 2)) : 0;
  const band = choice.payMinYuan === null ? null : bandOfStep(choice.payMinYuan);
  const least = choice.payMinYuan === null ? null : choice.payMinYuan * 100;
  return (bits, payMaxFen) => {
    let failed = 0;
    if (choice.direction && (choice.direction === "seek") !== ((bits & SEEK_BIT) !== 0)) failed |= DIRECTION;
    if (kinds !== 0 && (kinds & (1 << (bits & KIND_MASK))) === 0) failed |= KIND;
    if (category !== 0 && (bits & category) === 0) failed |= CATEGORY;
    if (band !== null ? payBandOfBits(bits) < band : least !== null && (payMaxFen ?? -1) < least)
      failed |= PAY;
    if (choice.minors && (bits & MINORS_BIT) === 0) failed |= MINORS;
    if (choice.lodging && (bits & LODGING_BIT) === 0) failed |= LODGING;
    return failed;
  };
};

/**
 * Counts what each further choice would leave: a group's own choice does not narrow its own counts. In: facet numbers
 * with how often each occurs and the highest pay in fen, and the choice. Out: counts.
 */
export const countFacets = (
  rows: Iterable<readonly [bits: number, count: number, payMaxFen?: number | null]>,
  choice: FacetChoice,
): FacetCounts => {
  const test = facetTest(choice);
  const byKind = new Array<number>(16).fill(0);
  const byCategory = new Array<number>(19).fill(0);
  const byPay = PAY_STEPS.map(() => 0);
  const counts = { total: 0, pay80: 0, minors: 0, lodging: 0 };
  for (const [bits, count, payMaxFen] of rows) {
    const failed = test(bits, payMaxFen ?? null);
    if (failed === 0) counts.total += count;
    if ((failed & ~KIND) === 0) byKind[bits & KIND_MASK] = (byKind[bits & KIND_MASK] ?? 0) + count;
    if ((failed & ~CATEGORY) === 0) {
      for (let place = 0; place < 19; place += 1) {
        if (bits & (CATEGORY_BITS[place] ?? 0)) byCategory[place] = (byCategory[place] ?? 0) + count;
      }
    }
    if ((failed & ~PAY) === 0) {
      const reached = payBandOfBits(bits) - 1;
      for (let place = 0; place < reached; place += 1) byPay[place] = (byPay[place] ?? 0) + count;
      if (bits & PAY_80_BIT) counts.pay80 += count;
    }
    if ((failed & ~MINORS) === 0 && bits & MINORS_BIT) counts.minors += count;
    if ((failed & ~LODGING) === 0 && bits & LODGING_BIT) counts.lodging += count;
  }
  return {
    ...counts,
    kinds: Object.fromEntries(
      LISTING_KINDS.map((kind, place) => [kind, byKind[place] ?? 0]),
    ) as FacetCounts["kinds"],
    categories: Object.fromEntries(CATEGORIES.map((code, place) => [code, byCategory[place] ?? 0])),
    pay: Object.fromEntries(PAY_STEPS.map((step, place) => [step, byPay[place] ?? 0])),
  };
};
