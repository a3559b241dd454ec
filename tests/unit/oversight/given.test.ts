import { describe, expect, it } from "vitest";
import { givenLines } from "~/oversight/rules/recognition/given";

const year = (retained: number, known: number) => ({
  year: 2026,
  known,
  retained,
  weeks: 40,
  mentors: 3,
  minutes: 96_000,
  visits: 6,
});
const COST = new Map([[2026, 300_000]]);

describe("what an enterprise gave and got", () => {
  it("tells the enterprise itself every count and what it saved by its own figure", () => {
    expect(givenLines([year(3, 8)], COST, { own: true })).toMatchObject([
      { retained: 3, known: 8, savedFen: 900_000, weeks: 40 },
    ]);
    expect(givenLines([year(3, 8)], new Map(), { own: true })[0]?.savedFen).toBeNull();
  });

  it.each([
    [3, 20],
    [20, 23],
  ])("tells others neither %i kept of %i nor the amount", (retained, known) => {
    expect(givenLines([year(retained, known)], COST, { own: false })).toMatchObject([
      { retained: null, known: null, savedFen: null, minutes: 96_000 },
    ]);
  });

  it("tells others counts of five and more, and none", () => {
    expect(givenLines([year(5, 20)], COST, { own: false })).toMatchObject([
      { retained: 5, savedFen: 1_500_000 },
    ]);
    expect(givenLines([year(0, 9)], COST, { own: false })).toMatchObject([{ retained: 0, known: 9 }]);
  });
});
