import { describe, expect, it } from "vitest";
import { INDICATORS, indicatorOf, periodOf } from "~/oversight/rules/indicators/catalogue";
import { figureOf, tooSmall } from "~/oversight/rules/indicators/figure";
import { cellMoves, type IndicatorShareRow, sameShares } from "~/oversight/rules/indicators/shares";

const share = (changes: Partial<IndicatorShareRow> = {}): IndicatorShareRow => ({
  organizationId: "a",
  indicatorId: "placements_started",
  period: "2026",
  verdict: "met",
  lead: 1,
  regionCode: "440113",
  amount: 3,
  ...changes,
});

describe("figures", () => {
  it("divide what is met by what was counted and name what is left out", () => {
    expect(figureOf({ met: 2, unmet: 1, withdrawn: 1, stillOpen: 4 }, "share")).toEqual({
      value: 6667,
      numerator: 2,
      denominator: 3,
      exclusions: [
        { reason: "stillOpen", count: 4 },
        { reason: "withdrawn", count: 1 },
      ],
    });
    expect(figureOf({ met: 1, unmet: 0 }, "share").value).toBe(10_000);
  });

  it("have no value without a denominator, and none without a record", () => {
    expect(figureOf({ stillOpen: 3 }, "share")).toMatchObject({ value: null, numerator: 0, denominator: 0 });
    expect(figureOf({}, "sum").value).toBeNull();
    expect(figureOf({ met: 7 }, "sum")).toMatchObject({ value: 7, denominator: null });
  });

  it("are too small to be told when anything stands for one to four persons", () => {
    expect(tooSmall(figureOf({ met: 4, unmet: 20 }, "share"))).toBe(true);
    expect(tooSmall(figureOf({ met: 20, unmet: 4 }, "share"))).toBe(true);
    expect(tooSmall(figureOf({ met: 20, unmet: 20, observation: 1 }, "share"))).toBe(true);
    expect(tooSmall(figureOf({ met: 20, unmet: 5 }, "share"))).toBe(false);
    expect(tooSmall(figureOf({ met: 0, unmet: 5 }, "share"))).toBe(false);
  });
});

describe("sums of a region", () => {
  it("move by the difference, and only for the side that leads", () => {
    expect(cellMoves([share()], [share({ amount: 5 }), share({ organizationId: "b", lead: 0 })])).toEqual([
      {
        indicatorId: "placements_started",
        period: "2026",
        verdict: "met",
        regionCode: "440113",
        amount: 2,
        parties: 0,
      },
    ]);
  });

  it("leave one region for another with the organization", () => {
    const moves = cellMoves([share()], [share({ regionCode: "310115" })]);
    expect(moves.map(({ regionCode, amount, parties }) => [regionCode, amount, parties])).toEqual([
      ["440113", -3, -1],
      ["310115", 3, 1],
    ]);
  });

  it("stay where the same shares come in another order", () => {
    const other = share({ verdict: "unmet" });
    expect(sameShares([share(), other], [other, share()])).toBe(true);
    expect(sameShares([share()], [share({ amount: 4 })])).toBe(false);
  });
});

describe("the catalogue of indicators", () => {
  it("has one entry an id, in both languages, cited nowhere it was not read", () => {
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
    for (const { title, definition, verified } of INDICATORS) {
      expect([title.zh, title.en, definition.zh, definition.en].every((text) => text.length > 2)).toBe(true);
      expect(verified).toBe(false);
    }
  });

  it("keeps standing figures apart from those of a year", () => {
    expect(periodOf(indicatorOf("partnerships_sound")!, "2025")).toBe("now");
    expect(periodOf(indicatorOf("placements_started")!, "2025")).toBe("2025");
    expect(indicatorOf("no_such_figure")).toBeUndefined();
  });
});
