import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, nextRecognition } from "~/oversight/rules/recognition/lifecycle";
import { CRITERIA, RECOGNITION_PACKS, recognitionPack } from "~/oversight/rules/recognition/packs";
import {
  benefitLines,
  progressOf,
  type Shown,
  whatIfContribution,
} from "~/oversight/rules/recognition/progress";

const nothing = Object.fromEntries(CRITERIA.map((id) => [id, { records: 0, own: 0 }])) as Shown;
const national = recognitionPack("440100", "2026-11-22");

describe("progress towards recognition", () => {
  it("needs one condition met, and says what is missing of each", () => {
    const none = progressOf(national, nothing);
    expect(none.qualifies).toBe(false);
    expect(none.criteria.map(({ missing, threshold }) => missing === threshold)).toEqual(
      CRITERIA.map(() => true),
    );
    const some = progressOf(national, { ...nothing, "CJ-2": { records: 41, own: 19 } });
    expect(some.qualifies).toBe(true);
    expect(some.criteria.find(({ id }) => id === "CJ-2")).toMatchObject({
      reached: 60,
      missing: 0,
      met: true,
    });
  });

  it("takes the narrowest pack of the place, and marks what no text confirms", () => {
    expect(national.id).toBe("national");
    expect(recognitionPack("320100", "2026-11-22").criteria.find(({ id }) => id === "CJ-2")?.threshold).toBe(
      50,
    );
    expect(RECOGNITION_PACKS.every(({ verified }) => verified === false)).toBe(true);
  });
});

describe("the benefit statement", () => {
  it("offsets 30 % of the investment up to the surcharges and carries the rest on", () => {
    const lines = benefitLines([
      { year: 2026, investmentFen: 0, surchargeFen: 50_000_00 },
      { year: 2025, investmentFen: 300_000_00, surchargeFen: 60_000_00 },
    ]);
    expect(lines.map(({ year, offsetFen, carriedFen }) => [year, offsetFen, carriedFen])).toEqual([
      [2025, 60_000_00, 30_000_00],
      [2026, 30_000_00, 0],
    ]);
  });

  it("never offsets more than was owed, nor more in all than 30 % of what was invested", () => {
    const years = fc.array(
      fc.record({
        year: fc.integer({ min: 2019, max: 2030 }),
        investmentFen: fc.nat(1e10),
        surchargeFen: fc.nat(1e9),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(years, (given) => {
        const lines = benefitLines(given);
        const invested = given.reduce((sum, one) => sum + one.investmentFen, 0);
        const offset = lines.reduce((sum, one) => sum + one.offsetFen, 0);
        expect(lines.every((line) => line.offsetFen <= line.surchargeFen && line.carriedFen >= 0)).toBe(true);
        expect(offset + (lines.at(-1)?.carriedFen ?? 0)).toBeLessThanOrEqual((invested * 3) / 10);
      }),
    );
  });

  it("says what one more contribution brings, this year and later", () => {
    const progress = progressOf(national, { ...nothing, "CJ-5": { records: 80_000_000, own: 0 } });
    const years = [{ year: 2026, investmentFen: 80_000_000, surchargeFen: 30_000_000 }];
    expect(whatIfContribution(progress, years, 2026, 20_000_000)).toEqual({
      missingFen: 0,
      meets: true,
      offsetMoreFen: 6_000_000,
      carriedMoreFen: 0,
    });
    expect(whatIfContribution(progress, years, 2026, 10_000_000)).toMatchObject({
      missingFen: 10_000_000,
      meets: false,
    });
  });
});

describe("the way to the award", () => {
  const since = "2026-01-31";
  it("takes the months of cultivation and a reason where one is needed", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(nextRecognition("applied", "award", "", { since, months: 12, today: "2028-01-01" })).toEqual({
      ok: false,
      because: "state",
    });
    expect(nextRecognition("cultivating", "award", "", { since, months: 12, today: "2027-01-30" })).toEqual({
      ok: false,
      because: "early",
    });
    expect(nextRecognition("cultivating", "award", "", { since, months: 12, today: "2027-01-31" })).toEqual({
      ok: true,
      to: "awarded",
    });
    expect(nextRecognition("applied", "return", " ", { since, months: 12, today: "2027-01-31" })).toEqual({
      ok: false,
      because: "reason",
    });
  });
});
