import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindOfBits, PAY_STEPS, packFacets, payBandOfBits } from "~/marketplace/rules/facet-bits";
import { countFacets, type FacetChoice, facetTest } from "~/marketplace/rules/facet-counts";
import { LISTING_KINDS } from "~/marketplace/rules/kinds";

const listing = fc.record({
  kind: fc.constantFrom(...LISTING_KINDS),
  direction: fc.constantFrom("offer" as const, "seek" as const),
  minorsWelcome: fc.boolean(),
  lodging: fc.boolean(),
  payMinFen: fc.option(fc.nat(900_000), { nil: null }),
  payMaxFen: fc.constant(null),
  samePostPayFen: fc.option(fc.integer({ min: 1, max: 900_000 }), { nil: null }),
  families: fc.array(
    fc.integer({ min: 1, max: 19 }).map((n) => `${String(n).padStart(2, "0")}-01`),
    { maxLength: 3 },
  ),
});
const nothing: FacetChoice = {
  kinds: [],
  direction: null,
  category: null,
  payMinYuan: null,
  minors: false,
  lodging: false,
};

describe("facets in one number", () => {
  it("keeps what it was given", () => {
    fc.assert(
      fc.property(listing, (facts) => {
        const bits = packFacets(facts);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThan(2 ** 30);
        expect(kindOfBits(bits)).toBe(facts.kind);
        const reached = PAY_STEPS.filter(
          (step) => facts.payMinFen !== null && facts.payMinFen >= step * 100,
        ).length;
        expect(payBandOfBits(bits)).toBe(facts.payMinFen === null ? 0 : reached + 1);
      }),
    );
  });

  it("counts for each further choice exactly what that choice would then find", () => {
    fc.assert(
      fc.property(
        fc.array(listing, { maxLength: 40 }),
        fc.constantFrom(...LISTING_KINDS),
        fc.constantFrom(...PAY_STEPS),
        fc.boolean(),
        (listings, kind, step, minors) => {
          const rows = listings.map((facts) => [packFacets(facts), 1, facts.payMinFen] as const);
          const choice: FacetChoice = { ...nothing, kinds: ["internship"], payMinYuan: 3000, minors };
          const counts = countFacets(rows, choice);
          const found = (changed: Partial<FacetChoice>) => {
            const test = facetTest({ ...choice, ...changed });
            return rows.filter(([bits, , pay]) => test(bits, pay) === 0).length;
          };
          expect(counts.total).toBe(found({}));
          expect(counts.kinds[kind]).toBe(found({ kinds: [kind] }));
          expect(counts.pay[step]).toBe(found({ payMinYuan: step }));
          expect(counts.lodging).toBe(found({ lodging: true }));
          expect(counts.minors).toBe(found({ minors: true }));
        },
      ),
    );
  });

  it("marks pay at eighty per cent of the same post", () => {
    const facts = {
      kind: "internship",
      direction: "offer",
      minorsWelcome: false,
      lodging: false,
      payMinFen: 320_000,
      payMaxFen: null,
      samePostPayFen: 400_000,
      families: [],
    } as const;
    expect(countFacets([[packFacets(facts), 1, 320_000]], nothing).pay80).toBe(1);
    expect(countFacets([[packFacets({ ...facts, payMinFen: 319_999 }), 1, 319_999]], nothing).pay80).toBe(0);
  });
});
