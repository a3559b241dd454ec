import { describe, expect, it } from "vitest";
import { forecastOf } from "~/oversight/rules/targets/forecast";
import { goalOf } from "~/oversight/rules/targets/goal";
import { gapOf, standingOf } from "~/oversight/rules/targets/progress";
import { monthlyPoints } from "~/oversight/rules/targets/series";

const straight = [
  { day: "2026-01-11", value: 10 },
  { day: "2026-01-21", value: 20 },
  { day: "2026-01-31", value: 30 },
];

describe("a forecast", () => {
  it("goes on along the line, without doubt where the points lie on it", () => {
    expect(forecastOf(straight, "2026-02-20")).toEqual({ value: 50, low: 50, high: 50, points: 3 });
  });

  it("widens with the scatter and with the distance", () => {
    const scattered = [...straight, { day: "2026-02-10", value: 60 }];
    const near = forecastOf(scattered, "2026-02-20")!;
    const far = forecastOf(scattered, "2026-06-20")!;
    expect(near.high - near.low).toBeGreaterThan(0);
    expect(far.high - far.low).toBeGreaterThan(near.high - near.low);
  });

  it("matches the interval computed by hand: x 0,1,2,3, y 0,1,1,2, at 4", () => {
    // slope 0.6, intercept 0.1, s² 0.1, factor sqrt(1 + 1/4 + 2.5²/5) = sqrt(2.5), t(2) 1.886 → 2.5 ± 0.943
    const points = [0, 1, 1, 2].map((value, at) => ({ day: `2026-01-0${at + 1}`, value: value * 1_000 }));
    const forecast = forecastOf(points, "2026-01-05")!;
    expect(forecast.value).toBe(2_500);
    expect(forecast.high - forecast.value).toBe(943);
    expect(forecast.value - forecast.low).toBe(943);
  });

  it("says nothing with fewer than three days, and never less than nothing", () => {
    expect(forecastOf(straight.slice(0, 2), "2026-02-20")).toBeNull();
    expect(forecastOf([], "2026-02-20")).toBeNull();
    const falling = straight.map(({ day, value }) => ({ day, value: 40 - value }));
    expect(forecastOf(falling, "2026-12-31")?.value).toBe(0);
  });
});

describe("what a target lacks", () => {
  it("is told in pieces of a sum, in records of a share", () => {
    expect(gapOf({ value: 88, numerator: 88, denominator: null }, 100)).toBe(12);
    expect(gapOf({ value: 5_000, numerator: 6, denominator: 12 }, 9_000)).toBe(5);
    expect(gapOf({ value: 9_167, numerator: 11, denominator: 12 }, 9_000)).toBe(0);
    expect(gapOf({ value: null, numerator: 0, denominator: 0 }, 9_000)).toBeNull();
  });

  it("makes it reached, missed, on track, behind or open", () => {
    const at = { gap: 5, goal: 100, dueOn: "2026-12-31", today: "2026-11-22" };
    const heading = (low: number, high: number) => ({ value: (low + high) / 2, low, high, points: 5 });
    expect(standingOf({ ...at, gap: 0, forecast: null })).toBe("reached");
    expect(standingOf({ ...at, dueOn: "2026-11-21", forecast: null })).toBe("missed");
    expect(standingOf({ ...at, forecast: heading(100, 120) })).toBe("on_track");
    expect(standingOf({ ...at, forecast: heading(70, 99) })).toBe("behind");
    expect(standingOf({ ...at, forecast: heading(90, 110) })).toBe("unclear");
    expect(standingOf({ ...at, forecast: null })).toBe("unclear");
  });
});

describe("what a figure stood at", () => {
  it("adds up month by month to today and leaves later records out", () => {
    const counts = [
      { month: "2026-09", verdict: "met", amount: 3 },
      { month: "2026-11", verdict: "met", amount: 2 },
      { month: "2026-12", verdict: "met", amount: 9 },
    ];
    expect(monthlyPoints(counts, "sum", "2026-11-22")).toEqual([
      { day: "2026-09-30", value: 3 },
      { day: "2026-10-31", value: 3 },
      { day: "2026-11-22", value: 5 },
    ]);
  });

  it("has no point while a share has no denominator, and ends with the year", () => {
    const counts = [
      { month: "2025-11", verdict: "withdrawn", amount: 1 },
      { month: "2025-12", verdict: "met", amount: 1 },
    ];
    expect(monthlyPoints(counts, "share", "2026-11-22")).toEqual([{ day: "2025-12-31", value: 10_000 }]);
    expect(monthlyPoints([], "sum", "2026-11-22")).toEqual([]);
  });
});

describe("a goal", () => {
  it("is kept in basis points, fen or pieces and refuses what is none", () => {
    expect(goalOf(66.5, "share")).toBe(6_650);
    expect(goalOf(1_200.5, "fen")).toBe(120_050);
    expect(goalOf(12, "people")).toBe(12);
    for (const [typed, unit] of [
      [101, "share"],
      [0, "people"],
      [1.5, "people"],
      [Number.NaN, "fen"],
    ] as const)
      expect(goalOf(typed, unit)).toBeNull();
  });
});
